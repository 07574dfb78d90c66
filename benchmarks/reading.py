"""What Lighthouse says of the built pages on a phone.

usage: python benchmarks/reading.py SITE [PAGE ...]     PAGE as in the address: gradient/, en/api/

Needs Lighthouse 12 (`npm install lighthouse@12` in this folder or above), a Chromium, and a screen,
if only a virtual one (`xvfb-run -a python benchmarks/reading.py …`): without, Chromium at times
holds back the first frame while it is traced, by a second or two. Each number is the median of
three visits, the worst of three for what should not vary. Nothing else should run meanwhile.
"""

import gzip
import http.server
import json
import mimetypes
import os
import statistics
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

VISITS = 3
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = {
    "first-contentful-paint": "FCP",
    "largest-contentful-paint": "LCP",
    "total-blocking-time": "TBT",
}
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


class Compressing(http.server.SimpleHTTPRequestHandler):
    """Serves as GitHub Pages does: compressed, and kept for ten minutes."""

    def log_message(self, *args):
        pass

    def do_GET(self):
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.exists():
            self.send_error(404)
            return
        body = gzip.compress(file.read_bytes(), 6)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)


def visit(url: str) -> dict:
    """Return Lighthouse's report of one visit, by a phone on a slow network."""
    command = ["npx", "lighthouse", url, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    env = {"CHROME_PATH": "/usr/bin/chromium"} | os.environ
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def report(url: str, page: str) -> None:
    """Print a line for the page."""
    visits = [visit(url) for _ in range(VISITS)]
    scores = {
        name: sorted(round(100 * one["categories"][name]["score"]) for one in visits)
        for name in CATEGORIES
    }
    performance = scores.pop("performance")
    others = " ".join(f"{min(values):3}" for values in scores.values())
    audits = [one["audits"] for one in visits]
    times = " ".join(
        f"{name} {statistics.median(a[audit]['numericValue'] for a in audits):4.0f}"
        for audit, name in TIMES.items()
    )
    shift = max(a["cumulative-layout-shift"]["numericValue"] for a in audits)
    print(
        f"{page or 'home':28} {statistics.median(performance):3} {performance} {others}"
        f"   {times} ms   CLS {shift:.4f}",
        flush=True,
    )


if __name__ == "__main__":
    site, pages = Path(sys.argv[1]), sys.argv[2:]
    if not pages:
        found = (file.parent.relative_to(site).as_posix() for file in site.rglob("index.html"))
        pages = sorted("" if page == "." else f"{page}/" for page in found)
    handler = partial(Compressing, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"{'':28} performance (each visit), {', '.join(CATEGORIES[1:])}")
        for page in pages:
            report(f"http://127.0.0.1:{server.server_port}/{page}", page)
        server.shutdown()

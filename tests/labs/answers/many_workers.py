"""Answers to the tasks of the lab on a step with many workers."""

RIGHT = {
    "1": {
        "a loop": """
def combined(gradients, sizes):
    whole = {}
    for gradient, n in zip(gradients, sizes):
        for name, array in gradient.items():
            whole[name] = whole.get(name, 0) + n * array
    return {name: array / sum(sizes) for name, array in whole.items()}
""",
        "np.average": """
def combined(gradients, sizes):
    return {
        name: np.average([g[name] for g in gradients], axis=0, weights=sizes)
        for name in gradients[0]
    }
""",
        "shares first": """
def combined(gradients, sizes):
    shares = np.array(sizes) / np.sum(sizes)
    return {n: sum(s * g[n] for s, g in zip(shares, gradients)) for n in gradients[0]}
""",
        "tensordot": """
def combined(gradients, sizes):
    total = sum(sizes)
    return {
        name: np.tensordot(sizes, np.stack([g[name] for g in gradients]), 1) / total
        for name in gradients[0].keys()
    }
""",
        "one after the other": """
def combined(gradients, sizes):
    mean, seen = {name: a.copy() for name, a in gradients[0].items()}, sizes[0]
    for gradient, n in zip(gradients[1:], sizes[1:]):
        seen += n
        for name in mean:
            mean[name] += (gradient[name] - mean[name]) * n / seen
    return mean
""",
        "in place on zeros": """
def combined(gradients, sizes):
    whole = {name: np.zeros_like(a) for name, a in gradients[0].items()}
    for k in range(len(sizes)):
        for name in whole:
            whole[name] += sizes[k] / sum(sizes) * gradients[k][name]
    return whole
""",
        "a helper": """
def mean(arrays, sizes):
    return sum(n * array for array, n in zip(arrays, sizes)) / sum(sizes)

def combined(gradients, sizes):
    return {name: mean([g[name] for g in gradients], sizes) for name in gradients[0]}
""",
    },
    "2": {
        "every so many": """
def parts(n, count):
    return [np.arange(k, n, count) for k in range(min(n, count))]
""",
        "lists": """
def parts(n, count):
    dealt = [list(range(k, n, count)) for k in range(count)]
    return [part for part in dealt if part]
""",
        "one more for the first": """
def parts(n, count):
    count = min(n, count)
    least, more = divmod(n, count)
    dealt, start = [], 0
    for k in range(count):
        end = start + least + (k < more)
        dealt.append(np.arange(start, end))
        start = end
    return dealt
""",
        "rounded bounds": """
def parts(n, count):
    count = min(n, count)
    bounds = np.round(np.linspace(0, n, count + 1)).astype(int)
    return [np.arange(a, b) for a, b in zip(bounds, bounds[1:])]
""",
        "shuffled": """
def parts(n, count):
    order = np.random.default_rng(0).permutation(n)
    return np.array_split(order, min(n, count))
""",
        "integer bounds, ranges": """
def parts(n, count):
    count = count if count < n else n
    return [range(n * k // count, n * (k + 1) // count) for k in range(count)]
""",
        "split, the empty ones dropped": """
def parts(n, count):
    return tuple(part for part in np.array_split(np.arange(n), count) if len(part))
""",
    },
    "3": {
        "a loop": """
def traffic(w, count):
    total = 0
    for name in w:
        total += w[name].nbytes
    return count * (total + total)
""",
        "size and itemsize": """
def traffic(w, count):
    return sum(2 * a.size * a.itemsize for a in w.values()) * count
""",
        "the bytes themselves": """
def traffic(w, count):
    return 2 * count * len(b"".join(a.tobytes() for a in w.values()))
""",
        "there and back apart": """
def traffic(w, count):
    there = back = sum(map(lambda a: a.nbytes, w.values()))
    return count * there + count * back
""",
        "worker by worker": """
def traffic(w, count):
    sent = 0
    for _ in range(count):
        for array in w.values():
            sent += array.nbytes  # there
            sent += np.empty_like(array).nbytes  # back
    return sent
""",
        "NumPy sums": """
def traffic(w, count):
    return np.sum([np.prod(a.shape) * a.dtype.itemsize for a in w.values()]) * count * 2
""",
    },
    "4": {
        "map": """
def step(client, slope, w, samples, lr):
    xs, ts = zip(*samples)
    gradients = client.gather(client.map(slope, [w] * len(xs), xs, ts))
    n = [len(t) for t in ts]
    return {
        name: w[name] - lr * np.average([g[name] for g in gradients], axis=0, weights=n)
        for name in w
    }
""",
        "results of futures": """
def step(client, slope, w, samples, lr):
    futures = [client.submit(slope, w, *pair) for pair in samples]
    new, n = dict(w), sum(len(t) for _, t in samples)
    for future, (x, t) in zip(futures, samples):
        gradient = future.result()
        for name in new:
            new[name] = new[name] - lr * len(t) / n * gradient[name]
    return new
""",
        "as they come": """
from distributed import as_completed


def step(client, slope, w, samples, lr):
    sizes = {client.submit(slope, w, x, t): len(x) for x, t in samples}
    whole = {name: np.zeros(w[name].shape) for name in w}
    for future, gradient in as_completed(list(sizes), with_results=True):
        for name in whole:
            whole[name] += sizes[future] * gradient[name] / sum(sizes.values())
    return {name: w[name] - lr * whole[name] for name in w}
""",
        "sums by the workers": """
def step(client, slope, w, samples, lr):
    def summed(w, x, t):
        return {name: len(t) * a for name, a in slope(w, x, t).items()}

    sums = client.gather([client.submit(summed, w, x, t) for x, t in samples])
    n = sum(len(t) for x, t in samples)
    return {name: w[name] - lr * sum(s[name] for s in sums) / n for name in w}
""",
        "scattered, by name": """
def step(client, slope, w, samples, lr):
    there = client.scatter([w], broadcast=True)[0]
    futures = {}
    for k, (x, t) in enumerate(samples):
        futures[k] = client.submit(slope, there, x, t)
    gradients = client.gather(futures)
    n = np.array([len(t) for _, t in samples])
    return {
        name: w[name] - lr * sum(n[k] * gradients[k][name] for k in gradients) / n.sum()
        for name in w
    }
""",
        "dask.delayed": """
import dask


def step(client, slope, w, samples, lr):
    gradients = dask.compute(*[dask.delayed(slope)(w, x, t) for x, t in samples])
    n = [len(t) for _, t in samples]
    return {
        name: w[name] - lr * sum(k * g[name] for k, g in zip(n, gradients)) / sum(n)
        for name in w
    }
""",
    },
}

WEIGHTED = """
    n = [len(t) for _, t in samples]
    whole = {
        name: sum(k * g[name] for k, g in zip(n, gradients)) / sum(n) for name in w
    }
"""
RETURN = "    return {name: w[name] - lr * whole[name] for name in w}\n"
STEP = "\ndef step(client, slope, w, samples, lr):"
ALL = """
    futures = [client.submit(slope, w, x, t) for x, t in samples]
    gradients = client.gather(futures)
"""

WRONG = {
    "1": {
        "forgets return": """
def combined(gradients, sizes):
    {n: np.average([g[n] for g in gradients], axis=0, weights=sizes) for n in gradients[0]}
""",
        "the plain mean": """
def combined(gradients, sizes):
    return {n: np.mean([g[n] for g in gradients], axis=0) for n in gradients[0]}
""",
        "the sum": """
def combined(gradients, sizes):
    return {n: sum(g[n] for g in gradients) for n in gradients[0]}
""",
        "weighted, not divided": """
def combined(gradients, sizes):
    return {n: sum(s * g[n] for g, s in zip(gradients, sizes)) for n in gradients[0]}
""",
        "divided by the number of parts": """
def combined(gradients, sizes):
    return {
        n: sum(s * g[n] for g, s in zip(gradients, sizes)) / len(sizes)
        for n in gradients[0]
    }
""",
        "divided by the sizes": """
def combined(gradients, sizes):
    total = sum(1 / s for s in sizes)
    return {
        n: sum(g[n] / s for g, s in zip(gradients, sizes)) / total for n in gradients[0]
    }
""",
        "the largest part": """
def combined(gradients, sizes):
    return gradients[int(np.argmax(sizes))]
""",
        "integer division": """
def combined(gradients, sizes):
    return {
        n: sum(s * g[n] for g, s in zip(gradients, sizes)) // sum(sizes)
        for n in gradients[0]
    }
""",
        "one name alone": """
def combined(gradients, sizes):
    for n in gradients[0]:
        mean = np.average([g[n] for g in gradients], axis=0, weights=sizes)
        return {n: mean}
""",
        "one number a name": """
def combined(gradients, sizes):
    return {n: np.average([g[n].mean() for g in gradients], weights=sizes) for n in gradients[0]}
""",
        "in place": """
def combined(gradients, sizes):
    whole = gradients[0]
    for n in whole:
        whole[n] *= sizes[0]
        for g, s in zip(gradients[1:], sizes[1:]):
            whole[n] += s * g[n]
        whole[n] /= sum(sizes)
    return whole
""",
        "the running mean": """
def combined(gradients, sizes):
    mean = dict(gradients[0])
    for g in gradients[1:]:
        mean = {n: (mean[n] + g[n]) / 2 for n in mean}
    return mean
""",
    },
    "2": {
        "forgets return": """
def parts(n, count):
    np.array_split(np.arange(n), min(n, count))
""",
        "empty parts": """
def parts(n, count):
    return np.array_split(np.arange(n), count)
""",
        "np.split": """
def parts(n, count):
    return np.split(np.arange(n), count)
""",
        "the rest dropped": """
def parts(n, count):
    size = max(1, n // count)
    return [np.arange(k * size, (k + 1) * size) for k in range(min(n, count))]
""",
        "the rest for the last": """
def parts(n, count):
    count = min(n, count)
    size = n // count
    ends = [k * size for k in range(count)] + [n]
    return [np.arange(a, b) for a, b in zip(ends, ends[1:])]
""",
        "rounded up": """
def parts(n, count):
    size = -(-n // count)
    return [np.arange(k, min(k + size, n)) for k in range(0, n, size)]
""",
        "so many to a part": """
def parts(n, count):
    return [np.arange(k, min(k + count, n)) for k in range(0, n, count)]
""",
        "counted from 1": """
def parts(n, count):
    return [part + 1 for part in np.array_split(np.arange(n), min(n, count))]
""",
        "lengths": """
def parts(n, count):
    return [len(part) for part in np.array_split(np.arange(n), min(n, count))]
""",
        "drawn with putting back": """
def parts(n, count):
    order = np.random.default_rng(0).integers(n, size=n)
    return np.array_split(order, min(n, count))
""",
        "floats, which are no indices": """
def parts(n, count):
    return np.array_split(np.linspace(0, n - 1, n), min(n, count))
""",
        "each has all": """
def parts(n, count):
    return [np.arange(n) for _ in range(min(n, count))]
""",
        "slices": """
def parts(n, count):
    return [slice(k, n, count) for k in range(min(n, count))]
""",
    },
    "3": {
        "forgets return": """
def traffic(w, count):
    2 * count * sum(a.nbytes for a in w.values())
""",
        "there alone": """
def traffic(w, count):
    return count * sum(a.nbytes for a in w.values())
""",
        "numbers, not bytes": """
def traffic(w, count):
    return 2 * count * sum(a.size for a in w.values())
""",
        "always eight bytes": """
def traffic(w, count):
    return 2 * count * sum(8 * a.size for a in w.values())
""",
        "bits": """
def traffic(w, count):
    return 16 * count * sum(a.nbytes for a in w.values())
""",
        "weights without biases": """
def traffic(w, count):
    return 2 * count * sum(a.nbytes for a in w.values() if a.ndim == 2)
""",
        "shared by the workers": """
def traffic(w, count):
    return 2 * sum(a.nbytes for a in w.values())
""",
        "rows alone": """
def traffic(w, count):
    return 2 * count * sum(len(a) * a.itemsize for a in w.values())
""",
        "sizes of Python's objects": """
import sys


def traffic(w, count):
    return 2 * count * sum(sys.getsizeof(a) for a in w.values())
""",
        "with the samples": """
def traffic(w, count):
    return 2 * count * sum(a.nbytes for a in w.values()) + x.nbytes
""",
        "one for all, and all back": """
def traffic(w, count):
    return (1 + count) * sum(a.nbytes for a in w.values())
""",
        "from worker to worker": """
def traffic(w, count):
    return 2 * (count - 1) * sum(a.nbytes for a in w.values())
""",
    },
    "4": {
        "forgets return": f"{STEP}{ALL}{WEIGHTED}    w = whole\n",
        "computed here": f"""{STEP}
    gradients = [slope(w, x, t) for x, t in samples]{WEIGHTED}{RETURN}""",
        "one after the other": f"""{STEP}
    gradients = [client.submit(slope, w, x, t).result() for x, t in samples]{WEIGHTED}{RETURN}""",
        "the plain mean": f"""{STEP}{ALL}
    whole = {{name: np.mean([g[name] for g in gradients], axis=0) for name in w}}
{RETURN}""",
        "the sum": f"""{STEP}{ALL}
    whole = {{name: sum(g[name] for g in gradients) for name in w}}
{RETURN}""",
        "futures for gradients": f"""{STEP}
    gradients = [client.submit(slope, w, x, t) for x, t in samples]{WEIGHTED}{RETURN}""",
        "the gradient": f"{STEP}{ALL}{WEIGHTED}    return whole\n",
        "uphill": f"""{STEP}{ALL}{WEIGHTED}
    return {{name: w[name] + lr * whole[name] for name in w}}
""",
        "without the learning rate": f"""{STEP}{ALL}{WEIGHTED}
    return {{name: w[name] - whole[name] for name in w}}
""",
        "the first part alone": f"""{STEP}{ALL}
    return {{name: w[name] - lr * gradients[0][name] for name in w}}
""",
        "in place": f"""{STEP}{ALL}{WEIGHTED}
    for name in w:
        w[name] -= lr * whole[name]
    return w
""",
        "the names alone": f"""{STEP}{ALL}{WEIGHTED}
    return {{name: w[name] - lr * whole[name] for name in ("W1", "W2")}}
""",
        "a learning rate of its own": f"""{STEP}{ALL}{WEIGHTED}
    return {{name: w[name] - 0.5 * whole[name] for name in w}}
""",
        "another gradient": f"""{STEP}
    futures = [client.submit(net.gradient, w, x, t) for x, t in samples]
    gradients = client.gather(futures){WEIGHTED}{RETURN}""",
        "two parts": f"""{STEP}
    (x, t), (u, v) = samples
    futures = [client.submit(slope, w, x, t), client.submit(slope, w, u, v)]
    gradients = client.gather(futures){WEIGHTED}{RETURN}""",
        "in the order in which they end": f"""
from distributed import as_completed

{STEP}
    futures = [client.submit(slope, w, x, t) for x, t in samples]
    gradients = [future.result() for future in as_completed(futures)]{WEIGHTED}{RETURN}""",
        "step after step": f"""{STEP}{ALL}
    for gradient in gradients:
        w = {{name: w[name] - lr * gradient[name] for name in w}}
    return w
""",
        "called, not submitted": f"""{STEP}
    futures = [client.submit(slope(w, x, t)) for x, t in samples]
    gradients = client.gather(futures){WEIGHTED}{RETURN}""",
    },
}

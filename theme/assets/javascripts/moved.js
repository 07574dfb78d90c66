// A section that has moved to another page: its old address leads on to it. Front matter says
// `moved: { id: page.md }`, or `{ id: page.md#new-id }`; the id "" is that of the whole page.

const moved = new Map(Object.entries(JSON.parse(document.getElementById("__moved").textContent)));

function leadOn() {
  const id = location.hash.slice(1);
  const target = moved.get(id) ?? moved.get("");
  if (target === undefined) return;
  const address = new URL(target, location.href);
  if (moved.has(id)) address.hash ||= id;
  location.replace(address);
}

addEventListener("hashchange", leadOn);
leadOn();

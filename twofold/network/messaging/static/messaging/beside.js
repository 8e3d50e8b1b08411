// Where there is room, the newest conversations stand beside the one that is open, and follow what happens in them.
const pane = document.querySelector("[data-beside]");
const roomy = matchMedia("(min-width: 1081px)");
const PAUSE = 600;

// Whoever goes through the list by keys stays where they are while it changes.
function put(text) {
  const list = pane.querySelector("ul"), held = pane.contains(document.activeElement) && document.activeElement.href;
  const top = list.scrollTop;
  list.innerHTML = text;
  document.dispatchEvent(new CustomEvent("htmx:load", { detail: { elt: list } }));
  list.scrollTop = top;
  if (held) [...list.querySelectorAll("a")].find((each) => each.href === held)?.focus({ preventScroll: true });
}

async function look() {
  if (!roomy.matches || document.hidden) return;
  const answer = await fetch(pane.dataset.beside, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (answer?.ok) put(await answer.text());
}

if (pane) {
  let timer = 0;
  const soon = () => { clearTimeout(timer); timer = setTimeout(look, PAUSE); };
  look();
  document.addEventListener("live:messages", soon);
  document.addEventListener("visibilitychange", soon);
  roomy.addEventListener("change", look);
}

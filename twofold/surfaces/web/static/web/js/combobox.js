// Fields that offer what may be meant while one types: the markup is told at `combobox` in components/fields.html.
// Whatever one types is good; nothing is chosen for anyone. Keys as in ARIA's pattern of a combobox with a listbox.
import { separate } from "./pieces.js";
import { counted, say, words } from "./words.js";

const PAUSE = 120;
let number = 0;

export function enhance(root) {
  for (const field of root.querySelectorAll("input[data-complete]")) {
    const address = field.dataset.complete;
    field.removeAttribute("data-complete");
    const many = field.dataset.completeMany !== undefined && separate(field);
    offer(many ? many.input : field, address, many ? many.add : (option) => settle(field, option));
  }
}

// What leads somewhere is gone to. The one field holds the words, a hidden one beside it which of several things of that name is meant.
function settle(field, option) {
  if (option.href) { location.assign(option.href); return; }
  field.value = option.value;
  const chosen = field.form.elements[field.dataset.completeId];
  if (chosen) chosen.value = option.id || "";
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function offer(input, address, take) {
  const list = document.createElement("ul");
  list.className = "offers";
  list.id = `offers-${++number}`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words("offered"));
  input.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, autocomplete: "off",
  })) input.setAttribute(name, value);

  let options = [];
  let at = -1;
  let timer = 0;
  let waiting = null;

  function close() {
    clearTimeout(timer);
    waiting?.abort();
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function show(found) {
    options = found;
    list.replaceChildren(...options.map(drawn));
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    say(options.length ? counted("offers", options.length) : words("no_offers"));
  }

  async function look() {
    const text = input.value.trim();
    if (!text) { close(); return; }
    waiting?.abort();
    waiting = new AbortController();
    try {
      const answer = await fetch(`${address}?q=${encodeURIComponent(text)}`, { signal: waiting.signal });
      if (answer.ok && document.activeElement === input) show((await answer.json()).options);
    } catch { /* Without an answer one types on. */ }
  }

  function move(by) {
    at = (at + by + options.length + (at < 0 && by < 0 ? 1 : 0)) % options.length;
    [...list.children].forEach((each, place) => each.setAttribute("aria-selected", String(place === at)));
    input.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  }

  function choose(place) {
    const option = options[place];
    close();
    take(option);
  }

  function drawn(option, place) {
    const item = document.createElement("li");
    item.id = `${list.id}-${place}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    if (option.picture) item.append(Object.assign(new Image(28, 28), { src: option.picture, alt: "" }));
    const said = document.createElement("span");
    said.append(Object.assign(document.createElement("bdi"), { textContent: option.value }));
    if (option.note) said.append(Object.assign(document.createElement("small"), { textContent: option.note, dir: "auto" }));
    item.append(said);
    item.addEventListener("click", () => choose(place));
    return item;
  }

  // The focus stays in the field while one presses on the list.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  input.addEventListener("blur", close);
  input.addEventListener("input", () => {
    const chosen = input.form?.elements[input.dataset.completeId];
    if (chosen) chosen.value = "";
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const open = !list.hidden;
    if (event.key === "ArrowDown" && !open) look();
    else if (event.key === "ArrowDown" && open) move(1);
    else if (event.key === "ArrowUp" && open) move(-1);
    else if (event.key === "Enter" && open && at >= 0) choose(at);
    else if (event.key === "Escape" && open) { close(); event.stopPropagation(); }
    else {
      if (event.key === "Tab" && open && at >= 0) choose(at);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  if (document.activeElement === input && input.value.trim()) timer = setTimeout(look, PAUSE);
}

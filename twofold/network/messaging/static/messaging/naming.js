// Names after an "@" in the field of a message: who is in the group is offered while one types, by keys or by pressing.
// The focus stays in the field, as in ARIA's pattern of a field that completes from a list.
import { counted, say, words } from "../web/js/words.js";

const PAUSE = 100;
const BEGUN = /(^|[\s(])@([\p{L}\p{N}._-]{0,30})$/u;

export function naming(field) {
  const address = field.dataset.names;
  if (!address) return;
  const list = document.createElement("ul");
  list.className = "offers above";
  list.id = "offers-names";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words("offered"));
  field.after(list);
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  const known = new Map();
  let options = [], at = 0, timer = 0, wanted = null;

  const begun = () => (field.selectionStart === field.selectionEnd ? BEGUN.exec(field.value.slice(0, field.selectionStart)) : null);

  function close() {
    clearTimeout(timer);
    wanted = null;
    list.hidden = true;
    field.removeAttribute("aria-activedescendant");
  }

  function show(found) {
    options = found;
    if (!options.length) return close();
    list.replaceChildren(...options.map(drawn));
    const opens = list.hidden;
    list.hidden = false;
    if (opens) say(counted("offers", options.length));
    point(0);
  }

  function point(place) {
    at = (place + options.length) % options.length;
    [...list.children].forEach((each, number) => each.setAttribute("aria-selected", String(number === at)));
    field.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  }

  function drawn(option, place) {
    const item = document.createElement("li");
    item.id = `${list.id}-${place}`;
    item.setAttribute("role", "option");
    const face = option.picture
      ? Object.assign(new Image(28, 28), { src: option.picture, alt: "" })
      : Object.assign(document.createElement("span"), { className: "initial", textContent: [...option.value][0], ariaHidden: "true" });
    const said = document.createElement("span");
    said.append(Object.assign(document.createElement("bdi"), { textContent: option.value }), Object.assign(document.createElement("small"), { textContent: option.note, dir: "ltr" }));
    item.append(face, said);
    item.addEventListener("click", () => choose(place));
    return item;
  }

  function choose(place) {
    const found = begun();
    const { note } = options[place];
    close();
    if (!found) return;
    const from = field.selectionStart - found[2].length - 1;
    field.setRangeText(`${note} `, from, field.selectionStart, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  }

  async function look(text) {
    wanted = text;
    try {
      if (!known.has(text)) {
        const answer = await fetch(`${address}?q=${encodeURIComponent(text)}`);
        if (!answer.ok) return;
        known.set(text, (await answer.json()).options);
      }
      if (wanted === text && document.activeElement === field) show(known.get(text));
    } catch { /* Without an answer one types on. */ }
  }

  function follow() {
    const found = begun();
    clearTimeout(timer);
    if (!found) return close();
    if (known.has(found[2])) look(found[2]);
    else timer = setTimeout(look, PAUSE, found[2]);
  }

  // What was typed before this was there to hear it.
  if (document.activeElement === field) follow();
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  field.addEventListener("blur", close);
  field.addEventListener("input", follow);
  field.addEventListener("click", follow);
  field.addEventListener("keyup", (event) => { if (/^(Arrow(Left|Right)|Home|End)$/.test(event.key)) follow(); });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === "ArrowDown") point(at + 1);
    else if (event.key === "ArrowUp") point(at - 1);
    else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") choose(at);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
}

// A field that holds several words with commas between them becomes a row of pieces, each of which can be taken out.
import { say, words } from "./words.js";

const same = (one, other) => one.localeCompare(other, undefined, { sensitivity: "accent" }) === 0;
const apart = (text) => text.split(/[,;\n]/).map((each) => each.trim()).filter(Boolean);

// The new field to type in, and `add`, which takes an option or what stands there.
export function separate(field) {
  const input = field.cloneNode();
  const wasAt = document.activeElement === field, typed = field.value !== field.defaultValue;
  const row = document.createElement("span");
  const list = document.createElement("ul");
  row.className = "input pieces";
  input.className = "";
  input.value = "";
  for (const name of ["name", "placeholder", "required", "maxlength"]) input.removeAttribute(name);
  field.removeAttribute("id");
  field.type = "hidden";
  if (field.nextElementSibling?.matches(".ahead")) field.nextElementSibling.remove();
  field.after(row);
  row.append(list, input);

  const texts = () => apart(field.value);
  function set(all) {
    field.value = all.join(", ");
    list.replaceChildren(...all.map(piece));
    list.hidden = !all.length;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  function add(option) {
    const fresh = apart(option.value).filter((each) => !texts().some((there) => same(there, each)));
    set([...texts(), ...fresh]);
    input.value = "";
    if (fresh.length) say(words("taken_in", { what: fresh.join(", ") }));
  }
  function takeOut(text) {
    set(texts().filter((each) => each !== text));
    say(words("taken_out", { what: text }));
    input.focus();
  }
  function piece(text) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", words("take_out", { what: text }));
    button.addEventListener("click", () => takeOut(text));
    item.append(Object.assign(document.createElement("bdi"), { textContent: text }), button);
    return item;
  }

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Backspace" && !input.value && texts().length) {
      event.preventDefault();
      const all = texts();
      input.value = all.pop();
      set(all);
    } else if ((event.key === "," || event.key === "Enter" && !input.hasAttribute("aria-activedescendant")) && input.value.trim()) {
      event.preventDefault();
      add(input);
    }
  });
  input.addEventListener("paste", () => setTimeout(() => { if (apart(input.value).length > 1) add(input); }));
  // What still stands there when one goes on is meant too.
  input.addEventListener("blur", () => { if (input.value.trim()) add(input); });
  field.form?.addEventListener("submit", () => { if (input.value.trim()) add(input); }, true);
  row.addEventListener("click", (event) => { if (event.target === row || event.target === list) input.focus(); });
  const before = texts();
  // Whoever was typing when this came goes on with their word.
  if (wasAt && typed) input.value = before.pop() || "";
  set(before);
  if (wasAt) input.focus();
  return { input, add };
}

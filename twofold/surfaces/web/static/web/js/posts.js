// What one does with a post by a single press, without leaving the page: only that part of the card is exchanged.
import { secret } from "./requests.js";
import { toast } from "./toast.js";
import { words } from "./words.js";

const quiet = /\/posts\/\w+\/(un)?(react|save|repost)$/;

async function send(button, place) {
  const body = new FormData();
  if (button.name) body.set(button.name, button.value);
  const answer = await fetch(button.formAction, {
    method: "POST", body, headers: { "HX-Request": "true", "X-CSRFToken": secret() },
  });
  const text = await answer.text();
  if (!answer.ok) {
    const page = new DOMParser().parseFromString(text, "text/html");
    toast(page.querySelector(".flash span")?.textContent || words("broken"), { kind: "error" });
    return;
  }
  const key = button.dataset.key || "l";
  place.innerHTML = text;
  (place.querySelector(`[data-key="${key}"]`) || place.querySelector("button"))?.focus({ preventScroll: true });
}

// A hidden post makes room for one line, and comes back where it was.
const away = /\/feed\/hide\/\w+(\/undo)?$/;
const hidden = new WeakMap();

document.addEventListener("submit", (event) => {
  const button = event.submitter;
  const card = event.target.id === "act" && button && away.test(button.formAction) && button.closest(".feed > .post");
  if (!card) return;
  const back = button.formAction.endsWith("/undo");
  if (back && !hidden.has(card)) return;
  event.preventDefault();
  const before = [...card.childNodes];
  send(button, card).then(() => {
    if (!back) { if (card.querySelector(".hidden-note")) hidden.set(card, before); return; }
    card.replaceChildren(...hidden.get(card));
    hidden.delete(card);
    for (const menu of card.querySelectorAll("details[open]")) menu.open = false;
    card.focus({ preventScroll: true });
  }).catch(() => toast(words(navigator.onLine ? "no_answer" : "offline"), { kind: "error" }));
});

document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (event.target.id !== "act" || !button || !quiet.test(button.formAction)) return;
  const place = button.closest(".doing");
  if (!place) return;
  event.preventDefault();
  button.disabled = true;
  send(button, place).catch(() => {
    toast(words(navigator.onLine ? "no_answer" : "offline"), { kind: "error", action: words("retry"), run: () => button.click() });
  }).finally(() => { button.disabled = false; });
});

// A long post unfolds where it stands; without script the same link leads to its own page.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.read-on");
  const text = link?.previousElementSibling;
  if (!text?.matches(".clamped") || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  text.classList.remove("clamped");
  link.closest(".post")?.focus({ preventScroll: true });
  link.remove();
});

// A picture for an answer, chosen or pasted, is looked at before it is sent. It may say it all: then words are not asked for.
function pictured(field) {
  const [file] = field.files;
  const place = field.form.querySelector("[data-glimpse]");
  const image = place.querySelector("img");
  URL.revokeObjectURL(image.src);
  if (file) image.src = URL.createObjectURL(file);
  else image.removeAttribute("src");
  place.hidden = !file;
  field.closest("details").open = Boolean(file);
  field.form.elements.text.required = !file;
}

document.addEventListener("change", ({ target }) => {
  if (target.matches(".answer [type='file']")) pictured(target);
});

document.addEventListener("paste", (event) => {
  const field = event.target.closest?.(".answer")?.querySelector("[type='file']");
  if (!field || !event.clipboardData.files.length) return;
  event.preventDefault();
  field.files = event.clipboardData.files;
  pictured(field);
});

document.addEventListener("click", (event) => {
  const out = event.target.closest?.(".answer [data-glimpse] button");
  if (out) {
    const field = out.closest("form").querySelector("[type='file']");
    field.value = "";
    pictured(field);
    field.form.elements.text.focus();
    return;
  }
  const summary = event.target.closest?.(".answer .more-fields > summary");
  const field = summary?.parentElement.querySelector("[type='file']");
  if (!field || field.files.length) return;
  event.preventDefault();
  field.click();
});

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

// One's own profile, changed in place: forms open and close, entries move, and what happened is said.
import { say } from "../web/js/words.js";
import { toast } from "../web/js/toast.js";

document.addEventListener("click", (event) => {
  const close = event.target.closest("[data-close-in-place]");
  if (!close) return;
  const place = close.closest(".in-place");
  place.replaceChildren();
  place.closest("section").querySelector("header a")?.focus();
});

document.addEventListener("htmx:afterSwap", (event) => {
  const field = event.target.matches?.(".in-place") && event.target.querySelector("[aria-invalid], input:not([type=hidden]), select");
  if (field) field.focus();
});

// The section was drawn anew: go on at the same button of the same entry, or at the one beside it.
document.addEventListener("section", (event) => {
  const { words, entry, act, kind } = event.detail;
  const here = document.getElementById(`s-${kind}`);
  const button = (name) => here?.querySelector(`[data-act="${name}"][data-entry="${entry}"]`);
  (button(act) || button("up") || button("down") || button("edit") || here?.querySelector("header a"))?.focus();
  if (act === "edit") toast(words, { seconds: 4 });
  else say(words);
});

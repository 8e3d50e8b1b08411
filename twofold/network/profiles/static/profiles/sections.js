// Forms that opened in place close again; and what is long on a profile unfolds.
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

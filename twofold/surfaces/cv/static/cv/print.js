// The browser's own printing, where there is script to call it.
for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => print());
}

// What every page gains by script. Nothing here is needed to use a page.
import "./times.js";
import "./menus.js";
import "./theme.js";
import "./requests.js";
import "./areas.js";
import "./pictures.js";
import "./stream.js";
import "./shortcuts.js";
import "./posts.js";

// Fields that complete what is typed gain it where there are any, also in what comes later.
async function complete(root) {
  if (root.querySelector?.("[data-complete]")) (await import("./combobox.js")).enhance(root);
  if (root.querySelector?.("[data-copy]")) (await import("./copying.js")).enhance(root);
}
complete(document);
document.addEventListener("htmx:load", (event) => complete(event.detail.elt));

// Whoever begins here need not say by which clock they live.
for (const field of document.querySelectorAll("input[data-zone]")) field.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone || "";

// The field of the bar stands on every page, and offers only where somebody types into it.
document.addEventListener("focusin", ({ target }) => {
  const address = target.dataset?.completeLater;
  if (!address) return;
  delete target.dataset.completeLater;
  target.dataset.complete = address;
  complete(target.form);
});

// A password can be looked at before it is sent.
document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-reveal]");
  if (!button) return;
  const field = document.getElementById(button.dataset.reveal);
  const shown = field.type === "password";
  field.type = shown ? "text" : "password";
  button.setAttribute("aria-pressed", shown);
});

// As an app of its own, or where something waits for a line: what only few pages need.
const here = document.documentElement.dataset.network;
if (here && document.body.dataset.for) {
  if (navigator.serviceWorker?.controller || matchMedia("(display-mode: standalone)").matches) import("./app.js");
  if (localStorage.getItem(`outbox:${here}`)) import("./later.js");
}

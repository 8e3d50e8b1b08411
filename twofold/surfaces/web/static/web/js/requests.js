// htmx's requests: the form's secret with each, errors in words, what was typed kept, retry offered; and being offline.
import { toast } from "./toast.js";
import { words } from "./words.js";

export function secret() {
  return document.cookie.match(/(?:^|; )(?:__Host-)?twofold-form=([^;]+)/)?.[1]
    || document.querySelector("[name=csrfmiddlewaretoken]")?.value || "";
}

document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = secret();
});

// Signing in in another tab made the secret in this page's forms an old one; the cookie holds the new one.
document.addEventListener("submit", (event) => {
  const field = event.target.querySelector("[name=csrfmiddlewaretoken]");
  if (field && event.target.method === "post") field.value = secret();
}, true);

function retry(element) {
  if (element instanceof HTMLFormElement) element.requestSubmit();
  else element.click();
}

document.addEventListener("htmx:sendError", (event) => {
  const element = event.detail.elt;
  // What a page fetches by itself nobody asked for and nobody wrote: the bar at its foot says enough.
  if (!navigator.onLine && !element.matches("a, button, input, select, textarea, form")) return;
  toast(words(navigator.onLine ? "no_answer" : "offline"), {
    kind: "error", action: words("retry"), run: () => retry(element), seconds: 20,
  });
});

document.addEventListener("htmx:afterRequest", (event) => {
  const { xhr } = event.detail;
  if (!xhr || xhr.status < 400) return;
  const drawn = xhr.status === 422 && xhr.getResponseHeader("HX-Reswap") !== "none";
  if (drawn) return;
  const page = new DOMParser().parseFromString(xhr.responseText, "text/html");
  const text = page.querySelector(".flash span")?.textContent || words("broken");
  toast(text, { kind: "error", seconds: 20 });
});

// What came in replaces what had the focus: go on from its first problem, or from the thing itself.
document.addEventListener("htmx:afterSettle", (event) => {
  event.detail.elt.querySelector?.("[aria-invalid=true], [role=alert]")?.focus({ preventScroll: false });
});

const bar = document.getElementById("offline");
function showLine() { if (bar) bar.hidden = navigator.onLine; }
addEventListener("online", showLine);
addEventListener("offline", showLine);
showLine();

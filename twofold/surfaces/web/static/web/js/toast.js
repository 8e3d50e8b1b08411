// A line at the foot of the page that goes by itself; with one thing to do (undo, try again).
import { say, words } from "./words.js";

export function toast(text, { kind = "", action = "", run = null, seconds = 10 } = {}) {
  const line = document.createElement("div");
  line.className = `toast ${kind}`;
  const inner = document.createElement("span");
  inner.textContent = text;
  line.append(inner);
  const end = () => line.remove();
  if (run) {
    const button = document.createElement("button");
    button.className = "btn small";
    button.type = "button";
    button.textContent = action;
    button.addEventListener("click", () => { end(); run(); });
    line.append(button);
  }
  document.getElementById("toasts")?.append(line);
  say(action ? `${text} ${action}` : text);
  let timer = setTimeout(end, seconds * 1000);
  // Nobody is hurried: it waits while it is looked at or has the focus.
  for (const name of ["pointerenter", "focusin"]) line.addEventListener(name, () => clearTimeout(timer));
  for (const name of ["pointerleave", "focusout"]) {
    line.addEventListener(name, () => { timer = setTimeout(end, 4000); });
  }
  return end;
}

// The server's own toasts: HX-Trigger: {"toast": {"text": "…", "undo": "/address/to/post/to"}}
document.addEventListener("toast", (event) => {
  const { text, undo } = event.detail;
  toast(text, undo ? {
    action: words("undo"),
    run: () => window.htmx.ajax("POST", undo, { swap: "none" }).then(() => location.reload()),
  } : {});
});

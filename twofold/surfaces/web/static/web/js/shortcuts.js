// The keyboard, as on the sheet behind "?". One letter each, so it can be switched off, for each network apart.
import { network } from "./words.js";

const kept = `shortcuts:${network}`;
const on = () => localStorage.getItem(kept) !== "off";
const inFeed = () => [...document.querySelectorAll("[role=feed] > article, .feed > article, .feed > .kept > article")];
let waitsForPlace = false;

function current() {
  return document.activeElement?.closest("[role=feed] > article, .feed > article, .feed > .kept > article");
}

function step(by) {
  const all = inFeed();
  if (!all.length) return;
  const place = all.indexOf(current());
  const top = place >= 0 ? place + by : all.findIndex((each) => each.getBoundingClientRect().bottom > 80);
  const next = all[Math.max(0, Math.min(all.length - 1, top))];
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

async function sheet() {
  let box = document.getElementById("keys");
  if (!box) {
    const answer = await fetch(`/keys?network=${network}`, { headers: { "X-Fragment": "1" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    box = document.adoptNode(page.getElementById("keys"));
    document.body.append(box);
  }
  box.showPopover();
  box.querySelector("button, input").focus();
}

const go = (element) => { element?.click(); return Boolean(element); };

// Keys that press something in the post one is at: its card names them by data-key.
const inPost = new Set(["o", "r", "l", "b", "d", "x"]);

// The field that one sees, of this page or of everything; where none is seen, as on a phone, the page of the search.
function seek(...fields) {
  const field = fields.find((each) => each?.offsetParent);
  field?.focus();
  field?.select();
  return Boolean(field) || go(document.getElementById("search"));
}

function press(key) {
  if (waitsForPlace) {
    waitsForPlace = false;
    return go(document.querySelector(`[data-go="${CSS.escape(key)}"]`));
  }
  if (key === "j") { step(1); return true; }
  if (key === "k") { step(-1); return true; }
  if (key === "g") { waitsForPlace = true; setTimeout(() => { waitsForPlace = false; }, 1500); return true; }
  if (key === "c") return go(document.querySelector("[data-key=c], .bottom .compose"));
  if (key === ".") return go(document.querySelector("[data-new-posts]:not([hidden])"));
  if (key === "/") return seek(...document.querySelectorAll("main [type=search]"), document.getElementById("q"));
  if (inPost.has(key)) return go((current() || document.querySelector("main article.post"))?.querySelector(`[data-key="${key}"]`));
  return null;
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
    if (seek(document.getElementById("q"), ...document.querySelectorAll("main [role=search] [type=search]"))) event.preventDefault();
    return;
  }
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable], dialog, :popover-open")) return;
  if (event.key === "?") { event.preventDefault(); sheet(); return; }
  if (!on()) return;
  if (event.key === "Enter" && event.target.matches?.("article")) { go(event.target.querySelector("[data-key=o]")); return; }
  if (press(event.key)) event.preventDefault();
});

// The switch on the sheet (and on the page of its own).
function settle(root) {
  for (const box of root.querySelectorAll("[data-shortcuts]")) {
    const name = `shortcuts:${box.dataset.shortcuts}`;
    box.checked = localStorage.getItem(name) !== "off";
  }
}
document.addEventListener("change", (event) => {
  const box = event.target;
  if (box.dataset?.shortcuts === undefined) return;
  localStorage.setItem(`shortcuts:${box.dataset.shortcuts}`, box.checked ? "on" : "off");
});
document.addEventListener("toggle", (event) => { if (event.target.id === "keys") settle(event.target); }, true);
settle(document);

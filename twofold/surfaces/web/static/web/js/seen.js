// Which unseen posts of close people stood before one's eyes: at least a second, told to the server in one go.
import { secret } from "./requests.js";

const LONG_ENOUGH = 1_200;
const PAUSE = 4_000;
const waiting = new Map();
const told = new Set();
let due = [];
let timer;

function tell() {
  clearTimeout(timer);
  timer = undefined;
  const place = document.querySelector("[data-seen-to]");
  if (!due.length || !place) return;
  const body = new FormData();
  for (const key of due.splice(0)) body.append("post", key);
  fetch(place.dataset.seenTo, {
    method: "POST", body, keepalive: true, headers: { "HX-Request": "true", "X-CSRFToken": secret() },
  }).catch(() => { /* they come first once more: nothing is lost */ });
}

function saw(card) {
  const key = card.id.slice(2);
  if (told.has(key)) return;
  told.add(key);
  due.push(key);
  timer ??= setTimeout(tell, PAUSE);
}

const eyes = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting, intersectionRatio, intersectionRect } of entries) {
    const enough = isIntersecting && (intersectionRatio > 0.6 || intersectionRect.height > innerHeight / 2);
    if (!enough) {
      clearTimeout(waiting.get(target));
      waiting.delete(target);
    } else if (!waiting.has(target)) {
      waiting.set(target, setTimeout(() => saw(target), LONG_ENOUGH));
    }
  }
}, { threshold: [0, 0.3, 0.6, 0.9] });

function watch(root) {
  for (const mark of root.querySelectorAll("[data-unseen]")) eyes.observe(mark.closest(".post"));
}

watch(document);
document.addEventListener("htmx:load", (event) => watch(event.detail.elt.parentElement || document));
addEventListener("pagehide", tell);
document.addEventListener("visibilitychange", () => { if (document.hidden) tell(); });

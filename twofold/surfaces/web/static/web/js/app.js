// One network as an app of its own: its worker, the number on its icon, what waits, and what its device page offers.
import { network } from "./words.js";

const home = `/${network}/`;
const feed = `${network}:feed`;
export const alone = matchMedia("(display-mode: standalone)").matches;

export function registered() {
  return navigator.serviceWorker?.getRegistration(home).then((found) => (found?.scope.endsWith(home) ? found : null)) ?? Promise.resolve(null);
}

export async function register() {
  await navigator.serviceWorker.register(`${home}worker.js`, { scope: home, updateViaCache: "none" });
  return navigator.serviceWorker.ready;
}

// The number on the icon: what waits in this network, as the page shows it.
function mark() {
  const shown = [...new Map([...document.querySelectorAll("[data-count]")].map((each) => [each.dataset.count, each.textContent.trim()])).values()];
  const number = shown.reduce((sum, text) => sum + (parseInt(text, 10) || (text ? 1 : 0)), 0);
  if (number) navigator.setAppBadge?.(number).catch(() => {});
  else navigator.clearAppBadge?.().catch(() => {});
}

// What was read is no longer told on this device; the other devices learn of it when somebody looks there.
export async function untell(which) {
  const worker = await registered();
  for (const note of await worker?.getNotifications?.() ?? []) if (which(note.tag)) note.close();
}

function untellMessages() {
  if (document.querySelector('[data-count="messages"]')?.textContent.trim()) return;
  untell((tag) => tag === "talk_asked" || tag.startsWith("message:")).catch(() => {});
}

// Whoever put the network on the home screen reads it on the train: unless they said no, the last feed is kept.
async function settle() {
  if (!("serviceWorker" in navigator) || !("caches" in self)) return;
  if (alone && localStorage.getItem(`keeps:${network}`) !== "no") { await register(); await caches.open(feed); }
}

mark();
document.addEventListener("live:notifications", mark);
document.addEventListener("live:messages", () => { mark(); untellMessages(); });
settle().catch(() => {});

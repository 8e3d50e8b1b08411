// The live stream of this network: counts on badges, and a button for new posts. Nothing under the reader moves.
import { counted, language, say } from "./words.js";

const address = document.body.dataset.live;
let source = null;

export function badge(name, count) {
  for (const place of document.querySelectorAll(`[data-count="${name}"]`)) {
    place.replaceChildren();
    if (!count) continue;
    const mark = document.createElement("span");
    mark.className = "badge";
    mark.textContent = count > 20 ? "20+" : new Intl.NumberFormat(language).format(count);
    place.append(mark);
  }
}

function newPosts(count) {
  const button = document.querySelector("[data-new-posts]");
  if (!button || !count) return;
  const text = counted("new_posts", count);
  (button.querySelector("span") || button).textContent = text;
  if (button.hidden) say(text);
  button.hidden = false;
}

// Whoever shows a conversation looks again: what is told is that something changed, never what.
function newMessages(count) {
  badge("messages", count);
  document.dispatchEvent(new CustomEvent("live:messages"));
}

// Whatever reaches somebody comes with the count of their notifications: a page that shows more than counts looks again.
function news(count) {
  badge("notifications", count);
  document.dispatchEvent(new CustomEvent("live:notifications"));
}

// Who writes in a conversation, or is here, changed: only the page of one cares.
const company = () => document.dispatchEvent(new CustomEvent("live:company"));

const counts = { feed: newPosts, notifications: news, messages: newMessages, company };

function open() {
  if (source || !address) return;
  // A page with a feed says where it begins, and hears of what came after.
  const since = document.querySelector("[data-since]")?.dataset.since;
  source = new EventSource(since === undefined ? address : `${address}?since=${since}`);
  for (const [name, act] of Object.entries(counts)) {
    source.addEventListener(name, (event) => act(JSON.parse(event.data).count));
  }
}

function close() {
  source?.close();
  source = null;
}

// A page that nobody looks at for a minute gives its line back.
let timer = 0;
document.addEventListener("visibilitychange", () => {
  clearTimeout(timer);
  if (document.hidden) timer = setTimeout(close, 60_000);
  else open();
});
addEventListener("pagehide", close);
addEventListener("pageshow", (event) => { if (event.persisted) open(); });
if (!document.hidden) open();

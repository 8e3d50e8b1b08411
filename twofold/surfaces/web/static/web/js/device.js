// The page of this device: each part shows itself only where the browser can do it.
import { alone, register, registered } from "./app.js";
import { secret } from "./requests.js";
import { toast } from "./toast.js";
import { network, words } from "./words.js";

const page = document.querySelector("[data-device]");
const part = (name) => page.querySelector(`[data-part="${name}"]`);
const state = (name, text) => { part(name).querySelector("[data-state]").textContent = text; };
const feed = `${network}:feed`, kept = `keeps:${network}`, added = `device:${network}`;

function bytes(text) {
  const raw = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(raw, (letter) => letter.charCodeAt(0));
}

async function tell(subscription) {
  const { keys } = subscription.toJSON();
  const body = new FormData();
  for (const [name, value] of Object.entries({ endpoint: subscription.endpoint, ...keys })) body.set(name, value);
  const answer = await fetch(page.dataset.device, { method: "POST", body, headers: { "X-CSRFToken": secret() } });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.problem);
  localStorage.setItem(added, "1");
}

async function switchOn() {
  if (await Notification.requestPermission() !== "granted") return toast(words("push_refused"), { kind: "error", seconds: 20 });
  try {
    const worker = await register();
    const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(page.dataset.key) });
    await tell(subscription);
    location.reload();
  } catch (problem) {
    toast(problem.message || words("broken"), { kind: "error", seconds: 20 });
  }
}

async function keeps() {
  return "caches" in self && await caches.has(feed);
}

async function choose(on) {
  localStorage.setItem(kept, on ? "yes" : "no");
  if (on) { await caches.open(feed); (await register()).active.postMessage("feed"); }
  else await caches.delete(feed);
  await draw();
}

async function draw() {
  const works = "serviceWorker" in navigator && "caches" in self;
  part("keep").hidden = !works;
  part("push").hidden = !(works && "PushManager" in self && "Notification" in self);
  part("none").hidden = works;
  if (!works) return;
  const on = await keeps();
  part("keep").querySelector("[data-act=keep]").hidden = on;
  part("keep").querySelector("[data-act=leave]").hidden = !on;
  state("keep", on ? words("feed_kept") : words("feed_not_kept"));
  const worker = await registered();
  const subscription = await worker?.pushManager?.getSubscription();
  const known = Boolean(subscription) && localStorage.getItem(added);
  part("push").querySelector("[data-act=on]").hidden = Boolean(known);
  state("push", known ? words("push_on") : words("push_off"));
}

let offer = null;
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offer = event;
  part("install").querySelector("[data-act=install]").hidden = false;
});

page.addEventListener("click", (event) => {
  const act = event.target.closest("[data-act]")?.dataset.act;
  if (act === "on") switchOn();
  else if (act === "keep" || act === "leave") choose(act === "keep");
  else if (act === "install") offer?.prompt();
});
part("install").hidden = alone;
draw();

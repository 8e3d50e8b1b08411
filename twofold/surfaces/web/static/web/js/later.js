// What is written without a line waits here and is sent later, once.
import "./outbox.js";
import { secret } from "./requests.js";
import { network, words } from "./words.js";

const whose = document.body.dataset.for || "";
export const flagged = `outbox:${network}`;
self.outbox.secret = secret;

// Keep a form that could not be sent. False where the browser cannot keep it. `quiet`: a press, not words: it stands nowhere.
export async function keep(address, data, { quiet = false } = {}) {
  const once = String(data.get("once") || "");
  if (!whose || !once) return false;
  try {
    await self.outbox.put(network, { once, address, whose, quiet, fields: [...data.entries()], at: Date.now() });
  } catch { return false; }
  localStorage.setItem(flagged, "1");
  navigator.serviceWorker?.getRegistration?.().then((found) => found?.sync?.register("outbox")).catch(() => {});
  document.dispatchEvent(new CustomEvent("outbox"));
  return true;
}

export async function waiting(address = "") {
  try {
    await self.outbox.only(network, whose);
    return (await self.outbox.all(network)).filter((entry) => !address || entry.address === address);
  } catch { return []; }
}

export async function drop(once) {
  await self.outbox.drop(network, once);
  document.dispatchEvent(new CustomEvent("outbox"));
}

let flushing = null;
export function flush() {
  flushing ??= run().finally(() => { flushing = null; });
  return flushing;
}

async function run() {
  if (!localStorage.getItem(flagged)) return 0;
  let sent = 0;
  await self.outbox.only(network, whose);
  const left = await self.outbox.flush(network, () => { sent += 1; });
  if (!(await self.outbox.all(network)).length) localStorage.removeItem(flagged);
  if (sent) {
    document.dispatchEvent(new CustomEvent("outbox"));
    document.dispatchEvent(new CustomEvent("live:messages"));
  }
  return left;
}

// Below a list of what was sent, what still waits to be sent to `address`; each can be taken back.
export async function show(list, address) {
  const found = await waiting(address);
  let place = document.getElementById("waiting");
  if (!found.length) { place?.remove(); return; }
  if (!place) {
    place = document.createElement("ol");
    place.id = "waiting";
    place.className = "lines";
    list.after(place);
  }
  place.replaceChildren(...found.map(row));
}

function row(entry) {
  const line = document.createElement("li"), said = document.createElement("div"), text = document.createElement("div");
  const foot = document.createElement("div"), how = document.createElement("span"), back = document.createElement("button");
  line.className = "line own waits";
  said.className = "said";
  text.className = "text";
  text.dir = "auto";
  const files = entry.fields.map(([, value]) => value).filter((value) => value instanceof File && value.name);
  text.textContent = [entry.fields.find(([name]) => name === "text")?.[1], ...files.map((file) => file.name)].filter(Boolean).join("\n");
  foot.className = "line-foot small muted";
  how.textContent = entry.problem ? `${words("outbox_refused")} ${entry.problem === "404" ? words("outbox_gone") : entry.problem}` : words("outbox_waits");
  back.className = "btn quiet small";
  back.type = "button";
  back.textContent = words("outbox_back");
  back.addEventListener("click", () => drop(entry.once));
  said.append(text);
  foot.append(how, back);
  line.append(said, foot);
  return line;
}

addEventListener("online", () => flush());
// A server that starts anew tells nobody that it is there again.
setInterval(() => { if (localStorage.getItem(flagged)) flush(); }, 15_000);
flush();

// Who signs out takes along what waits: it is sent first, or they say that it may be lost.
document.addEventListener("submit", (event) => {
  const way = new URL(event.submitter?.formAction || event.target.action, location.href).pathname;
  if (way !== "/account/logout/" || !localStorage.getItem(flagged)) return;
  event.preventDefault();
  const { target, submitter } = event;
  flush().catch(() => 1).then((left) => {
    if (left && !confirm(words("outbox_left"))) return;
    localStorage.removeItem(flagged);
    target.requestSubmit(submitter);
  });
}, true);

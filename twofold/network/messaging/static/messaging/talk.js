// A conversation that is open: what is sent stands there at once, what others say comes by itself, drafts are kept.
import { untell } from "../web/js/app.js";
import { flush, keep as keepForLater, show as showWaiting } from "../web/js/later.js";
import { secret } from "../web/js/requests.js";
import { refresh } from "../web/js/times.js";
import { toast } from "../web/js/toast.js";
import { counted, language, say, words } from "../web/js/words.js";
import { days } from "./days.js";
import { naming } from "./naming.js";
import { recorder } from "./voice.js";

const talk = document.querySelector("[data-talk]");
const room = document.getElementById("room");
const list = document.getElementById("lines");
const form = document.querySelector("form.write");
const field = form?.elements.text;
const BACK = 30;
const MOST = 200;
const PAUSE = 2000;
const NAMED = 2;

const lines = () => [...list.querySelectorAll("li[data-position]")];
const atEnd = () => room.scrollHeight - room.scrollTop - room.clientHeight < 120;
const toEnd = () => { room.scrollTop = room.scrollHeight; };

// Lines that came take the place of those of the same name; what is gone from where we looked is gone.
function merge(text, since) {
  const fresh = new DOMParser().parseFromString(`<ol>${text}</ol>`, "text/html").querySelector("ol");
  refresh(fresh);
  const stay = atEnd();
  const names = new Set([...fresh.children].map((each) => each.id));
  const known = lines().map((each) => each.id);
  for (const each of lines()) if (BigInt(each.dataset.position) >= since && !names.has(each.id)) each.remove();
  document.getElementById("seen")?.remove();
  let spoken = "";
  for (const each of [...fresh.children]) {
    const old = document.getElementById(each.id);
    if (old) { if (old.outerHTML !== each.outerHTML && !old.querySelector("details[open]")) old.replaceWith(each); continue; }
    list.append(each);
    if (each.dataset.position && !each.classList.contains("own") && !known.includes(each.id)) {
      spoken = each.querySelector(".text")?.textContent || spoken;
    }
  }
  if (spoken) say(spoken);
  days(list);
  mark();
  if (stay) toEnd();
  return fresh.children.length;
}

// At the last of one's own lines that somebody has read: that they did, or in a group who did, by the names of a few.
function mark() {
  const seen = document.getElementById("seen");
  list.querySelector(".seen-mark")?.remove();
  const readers = [...seen?.querySelectorAll("[data-read]") ?? []].map((each) => ({ name: each.textContent, up: BigInt(each.dataset.read) }));
  if (seen?.dataset.seen) readers.push({ name: "", up: BigInt(seen.dataset.seen) });
  const furthest = readers.reduce((most, each) => (each.up > most ? each.up : most), -1n);
  const last = lines().findLast((each) => each.classList.contains("own") && BigInt(each.dataset.position) <= furthest);
  if (!last) return;
  const note = document.createElement("span");
  note.className = "seen-mark";
  note.textContent = ` · ${readBy(readers.filter((each) => each.up >= BigInt(last.dataset.position)).map((each) => each.name))}`;
  last.querySelector(".line-foot > span")?.append(note);
}

function readBy(names) {
  if (!names[0]) return words("read_by_them");
  const more = names.length - NAMED;
  const shown = more > 1 ? [...names.slice(0, NAMED), counted("more_people", more)] : names;
  return words("read_by", { who: new Intl.ListFormat(language, { type: "conjunction" }).format(shown) });
}

function since() {
  const last = lines().slice(-BACK)[0];
  return last ? BigInt(last.dataset.position) : 0n;
}

let looking = false, again = false;
async function look() {
  if (talk.hasAttribute("data-earlier")) return;
  if (looking) { again = true; return; }
  looking = true;
  const from = since();
  const mine = document.hidden ? "no" : "yes";
  try {
    const answer = await fetch(`${talk.dataset.newer}?since=${from}&looking=${mine}`, { headers: { "HX-Request": "true" } });
    // So many are not all: the rest comes with the next look.
    if (answer.ok && mine === "yes") untell((tag) => tag === talk.dataset.note).catch(() => {});
    if (answer.ok) { if (merge(await answer.text(), from) > MOST) again = true; }
    else if (answer.status >= 500) throw new Error(answer.status);
  } catch {
    // The stream may not have noticed: it is not waited for.
    setTimeout(look, PAUSE);
  }
  looking = false;
  if (again) { again = false; look(); }
}

// Who writes and who is here, for those who show it themselves. It is asked for anew while somebody writes, for it ends.
let asked = 0;
async function lookAround() {
  clearTimeout(asked);
  const answer = await fetch(talk.dataset.company, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (!answer?.ok) return;
  const place = document.getElementById("company");
  place.innerHTML = await answer.text();
  if (place.querySelector("[data-writes]")) asked = setTimeout(lookAround, 3000);
}

let told = 0;
function tellOfWriting() {
  if (!("types" in talk.dataset) || !field.value || Date.now() - told < 4000) return;
  told = Date.now();
  fetch(talk.dataset.company, { method: "POST", headers: { "HX-Request": "true", "X-CSRFToken": secret() } }).catch(() => {});
}

function problem(text) {
  const place = document.getElementById("write-error");
  place.hidden = !text;
  place.querySelector("span").textContent = text;
}

// The files that go with the message, by their names.
const HELD = ["pictures", "files", "voice"];
const given = () => HELD.flatMap((name) => [...form.elements[name]?.files ?? []]);
function chosen() {
  form.querySelector("[data-chosen]").textContent = given().map((each) => each.name).join(", ");
  form.querySelector("[data-unchoose]").hidden = !given().length;
  if (!form.elements.voice?.files.length) form.querySelector("audio.heard")?.remove();
}

async function send() {
  const data = new FormData(form);
  const typed = field.value;
  const body = String(data.get("text")).trim();
  if (!body && !given().length) return;
  try {
    await flush();
    const answer = await fetch(talk.dataset.talk, {
      method: "POST", body: data, headers: { "HX-Request": "true", "X-CSRFToken": secret() },
    });
    if (answer.status === 422) return problem(await answer.text());
    if (!answer.ok) throw new Error(answer.status);
    merge(await answer.text(), BigInt(Number.MAX_SAFE_INTEGER) * 1000n);
  } catch (broken) {
    // The same key goes with the next try: what did arrive is not sent twice. Without a line that try comes by itself.
    if (!(broken instanceof TypeError && await keepForLater(talk.dataset.talk, data))) {
      toast(words(navigator.onLine ? "no_answer" : "offline"), { kind: "error", action: words("retry"), run: go, seconds: 20 });
      return;
    }
  }
  problem("");
  // What was typed on while this one was under way is the beginning of the next.
  const rest = field.value.startsWith(typed) ? field.value.slice(typed.length).trimStart() : field.value;
  form.reset();
  field.value = rest;
  if (rest) keep();
  told = 0;
  form.elements.once.value = crypto.randomUUID();
  unanswer();
  chosen();
  grow();
  toEnd();
}

// One after the other, whatever the impatience.
let sending = null;
function go() {
  sending ??= send().finally(() => { sending = null; });
}

function grow() {
  field.style.blockSize = "auto";
  field.rows = Math.min(8, Math.max(1, field.value.split("\n").length));
}

let timer = 0, keeping = null;
// A draft that is still on its way when its message is sent must not come after it.
function keepNothing() {
  clearTimeout(timer);
  keeping?.abort();
}
function keep() {
  keepNothing();
  timer = setTimeout(() => {
    const data = new FormData();
    data.set("text", field.value);
    keeping = new AbortController();
    fetch(talk.dataset.keep, { method: "POST", body: data, headers: { "X-CSRFToken": secret() }, signal: keeping.signal }).catch(() => {});
  }, 900);
}

// What is answered is taken from the page that the link leads to, so that nothing moves and what is half written stays.
async function answerTo(link) {
  const answer = await fetch(link.href).catch(() => null);
  if (!answer) { unreached(() => answerTo(link)); return; }
  const there = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("form.write");
  const told = there?.querySelector(".answered"), which = there?.elements.reply;
  if (!told || !which) { location.assign(link.href); return; }
  unanswer();
  form.prepend(told, which);
  link.closest("details")?.removeAttribute("open");
  field.focus();
}

function unanswer() {
  form.querySelector(".answered")?.remove();
  form.elements.reply?.remove();
  // Loaded anew, the page would begin the same answer again.
  if (new URLSearchParams(location.search).has("reply")) history.replaceState(null, "", talk.dataset.talk);
}

function unreached(run) {
  toast(words(navigator.onLine ? "no_answer" : "offline"), { kind: "error", action: words("retry"), run, seconds: 20 });
}

// A press on a line. Without a line to the server it waits; of two on the same thing the later one counts.
async function act(button) {
  const address = button.getAttribute("formaction"), data = new FormData();
  if (button.name) data.set(button.name, button.value);
  button.closest("details")?.removeAttribute("open");
  await flush().catch(() => {});
  const headers = { "HX-Request": "true", "X-CSRFToken": secret() };
  const answer = await fetch(address, { method: "POST", body: data, headers }).catch(() => null);
  if (!answer) {
    data.set("once", `act:${address}`);
    data.set("csrfmiddlewaretoken", secret());
    if (await keepForLater(address, data, { quiet: true })) toast(words("act_waits"));
    else unreached(() => act(button));
    return;
  }
  if (!answer.ok) toast(words("broken"), { kind: "error", seconds: 20 });
  const told = JSON.parse(answer.headers.get("HX-Trigger") || "{}").toast;
  if (told) toast(told.text, { action: words("undo"), run: () => takeBack(told.undo) });
  look();
}

async function takeBack(address) {
  const answer = await fetch(address, { method: "POST", headers: { "HX-Request": "true", "X-CSRFToken": secret() } }).catch(() => null);
  if (answer?.ok) location.reload();
  else unreached(() => takeBack(address));
}

// A menu that would leave the room at its top opens downwards instead; what still does not fit is brought into view.
function fit(menu) {
  const body = menu.querySelector(".menu-body"), top = room.getBoundingClientRect().top;
  if (body.getBoundingClientRect().top < top) menu.classList.remove("up");
  body.scrollIntoView({ block: "nearest" });
}

// What one can do with a line, as a menu in the place of the link that leads there.
async function offer(link) {
  const answer = await fetch(link.href, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (!answer) { unreached(() => offer(link)); return; }
  if (!answer.ok) { location.assign(link.href); return; }
  const menu = document.createElement("details");
  menu.className = `menu ${link.dataset.offer}`;
  menu.innerHTML = `<summary class="iconbtn">${link.innerHTML}</summary><div class="menu-body">${await answer.text()}</div>`;
  link.replaceWith(menu);
  menu.open = true;
  fit(menu);
  menu.querySelector("button, a").focus({ preventScroll: true });
  menu.addEventListener("toggle", () => {
    if (menu.open) return;
    const held = menu.contains(document.activeElement);
    menu.replaceWith(link);
    if (held) link.focus();
  });
}

if (talk) {
  days(list);
  toEnd();
  mark();
  untell((tag) => tag === talk.dataset.note).catch(() => {});
  document.addEventListener("live:messages", look);
  document.addEventListener("outbox", () => showWaiting(list, talk.dataset.talk).then(toEnd));
  showWaiting(list, talk.dataset.talk);
  if (talk.dataset.company) {
    document.addEventListener("live:company", lookAround);
    document.addEventListener("live:messages", () => { if (document.querySelector("[data-writes]")) lookAround(); });
    lookAround();
  }
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { days(list); look(); } });
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-offer], a[href*='?reply=']");
    if (link && !event.ctrlKey && !event.metaKey) { event.preventDefault(); ("offer" in link.dataset ? offer : answerTo)(link); return; }
    const button = event.target.closest("button[formaction]");
    if (!button) return;
    event.preventDefault();
    act(button);
  });
}
if (form) {
  form.addEventListener("submit", (event) => {
    keepNothing();
    // What is sent later is sent as a form: the page then says when.
    if (form.elements.due.value) return;
    event.preventDefault();
    go();
  });
  // Before what sends on Enter: while names are offered, that key chooses one.
  naming(field);
  field.addEventListener("input", () => { grow(); keep(); tellOfWriting(); });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    form.requestSubmit();
  });
  for (const name of HELD) form.elements[name]?.addEventListener("change", chosen);
  form.querySelector("[data-unchoose]").addEventListener("click", () => {
    for (const name of HELD) if (form.elements[name]) form.elements[name].value = "";
    chosen();
    field.focus();
  });
  form.addEventListener("click", (event) => {
    if (!event.target.closest(".answered a")) return;
    event.preventDefault();
    unanswer();
    field.focus();
  });
  recorder(form, chosen);
  grow();
}

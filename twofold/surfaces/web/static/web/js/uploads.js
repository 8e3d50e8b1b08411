// Files on their way: in pieces, a few at once, each with how far it is; cut off, they go on where they were.
import { secret } from "./requests.js";
import { toast } from "./toast.js";
import { say, words } from "./words.js";

const PIECE = 4 * 1024 * 1024;
const AT_ONCE = 2;
// From so many files on, those that are in make room for those that are not.
const MANY = 8;
const WAITS = [1, 2, 4, 8, 15, 30, 30, 30, 60, 60];

const pause = (seconds) => new Promise((done) => {
  const timer = setTimeout(done, seconds * 1000);
  addEventListener("online", () => { clearTimeout(timer); done(); }, { once: true });
});
const coded = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const mark = (file) => `${file.lastModified}`;
const headers = () => ({ "Tus-Resumable": "1.0.0", "X-CSRFToken": secret() });

class Refused extends Error {}

function found(known, file) {
  return known.find((each) => each.name === file.name.normalize("NFC") && each.length === file.size && each.mark === mark(file));
}

async function begin(address, file, known) {
  const before = found(known, file);
  if (before) return before.href;
  const metadata = Object.entries({ filename: file.name, filetype: file.type, mark: mark(file) })
    .map(([name, value]) => `${name} ${coded(value)}`).join(",");
  const answer = await fetch(address, {
    method: "POST", headers: { ...headers(), "Upload-Length": `${file.size}`, "Upload-Metadata": metadata },
  });
  if (answer.ok) return answer.headers.get("Location");
  const said = await answer.json().catch(() => ({}));
  throw new Refused(said.problem || words("broken"));
}

// fetch cannot say how far a body is; this old way can.
function patch(href, file, offset, tell, signal) {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open("PATCH", href);
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.setRequestHeader("Content-Type", "application/offset+octet-stream");
    request.setRequestHeader("Upload-Offset", `${offset}`);
    request.upload.addEventListener("progress", (event) => tell(offset + event.loaded));
    request.addEventListener("load", () => done(request));
    for (const name of ["error", "timeout", "abort"]) request.addEventListener(name, () => fail(new Error(name)));
    signal.addEventListener("abort", () => request.abort());
    request.send(file.slice(offset, offset + PIECE));
  });
}

async function offsetOf(href) {
  const answer = await fetch(href, { method: "HEAD", headers: headers() });
  if (!answer.ok) throw new Error("lost");
  return Number(answer.headers.get("Upload-Offset"));
}

async function send(address, file, known, line) {
  const href = await begin(address, file, known);
  line.href = href;
  let offset = await offsetOf(href);
  let misses = 0;
  do {
    try {
      const answer = await patch(href, file, offset, (at) => line.tell(at / file.size), line.signal);
      if (answer.status === 404) throw new Refused(words("upload_lost"));
      if (answer.status >= 500) throw new Error("busy");
      offset = Number(answer.getResponseHeader("Upload-Offset") ?? offset);
      misses = 0;
    } catch (problem) {
      if (problem instanceof Refused || line.signal.aborted || misses >= WAITS.length) throw problem;
      line.state(words(navigator.onLine ? "upload_waits" : "upload_offline"));
      await pause(WAITS[misses]);
      misses += 1;
      offset = await offsetOf(href).catch(() => offset);
    }
  } while (offset < file.size);
  const told = await (await fetch(href)).json();
  if (told.problem) throw new Refused(told.problem);
  return told.picture;
}

// The first few of many: a browser would unpack hundreds of large pictures for the sake of small ones.
const GLIMPSES = 24;

function glimpse(line, file) {
  if (!file.type.startsWith("image/") || line.parentElement.childElementCount > GLIMPSES) return;
  const image = line.querySelector("img");
  image.addEventListener("load", () => { image.hidden = false; URL.revokeObjectURL(image.src); }, { once: true });
  image.addEventListener("error", () => URL.revokeObjectURL(image.src), { once: true });
  image.src = URL.createObjectURL(file);
}

function lineFor(box, file) {
  const line = box.querySelector("[data-line]").content.firstElementChild.cloneNode(true);
  const stopper = new AbortController();
  const [name, bar, state, stop] = [".upload-name", "progress", ".upload-state", "button"].map((each) => line.querySelector(each));
  name.textContent = file.name;
  state.textContent = words("upload_queued");
  box.querySelector("[data-list]").append(line);
  glimpse(line, file);
  const told = {
    signal: stopper.signal, href: "", dropped() {},
    again() { line.classList.remove("failed"); state.textContent = words("upload_queued"); },
    tell(share) { bar.value = share * 100; state.textContent = share < 1 ? `${Math.floor(share * 100)} %` : words("upload_made"); },
    state(text) { state.textContent = text; },
    gone() { line.remove(); },
    end(kind, text) { line.classList.add(kind); state.textContent = text; stop.hidden = kind === "done"; if (kind === "done") stop.remove(); },
  };
  stop.addEventListener("click", () => {
    stopper.abort();
    told.dropped();
    if (told.href) fetch(told.href, { method: "DELETE", headers: headers() }).catch(() => {});
    line.remove();
  });
  return told;
}

export class Uploads {
  constructor(box, { each = () => {}, all = () => {} }) {
    Object.assign(this, { box, each, all, waiting: [], lost: [], running: 0, chosen: 0, done: 0, made: [], failed: 0, known: null, last: null, cut: new Map() });
    this.sum = box.querySelector("[data-sum]");
    this.again = this.sum.querySelector("[data-again]");
    this.again.addEventListener("click", () => this.retry());
    this.remember();
    addEventListener("beforeunload", (event) => { if (this.running) event.preventDefault(); });
  }

  ask() {
    this.known ??= fetch(this.box.dataset.uploads).then((answer) => answer.json()).then((said) => said.uploads).catch(() => []);
    return this.known;
  }

  // What was cut off when the page was closed: nobody has to remember which of many it was.
  async remember() {
    for (const each of await this.ask()) {
      if (!each.offset || each.offset >= each.length || this.chosen) continue;
      const line = lineFor(this.box, { name: each.name, type: "" });
      line.href = each.href;
      line.tell(each.offset / each.length);
      line.state(words("upload_cut"));
      this.cut.set(each.href, line);
    }
  }

  // So many more find room in what is written; an album has room for all.
  room() {
    const held = this.box.closest("form").querySelectorAll(".desk-pictures li").length;
    return Number(this.box.dataset.most || Infinity) - held - (this.chosen - this.failed);
  }

  add(all) {
    const files = all.slice(0, Math.max(0, this.room()));
    const over = all.slice(files.length);
    if (over.length) {
      const name = over.length > 1 ? `${over[0].name} … ${over.at(-1).name}` : over[0].name;
      const line = lineFor(this.box, new File([], name));
      line.end("failed", words("upload_room", { most: this.box.dataset.most, over: `${over.length}` }));
    }
    this.chosen += files.length;
    this.box.querySelector("[data-list]").classList.toggle("many", this.chosen > MANY);
    for (const file of files) {
      const next = { file, line: lineFor(this.box, file) };
      next.line.dropped = () => this.drop(next);
      this.queue(next);
    }
    this.start();
  }

  drop(next) {
    this.chosen -= 1;
    if (next.failed) this.failed -= 1;
    this.lost = this.lost.filter((each) => each !== next);
    this.tell();
  }

  // What the server refused it will refuse again; what a line lost goes on where it was.
  retry() {
    this.failed -= this.lost.length;
    this.known = null;
    for (const next of this.lost.splice(0)) {
      next.failed = false;
      next.line.again();
      this.queue(next);
    }
    this.start();
  }

  queue(next) {
    next.before = this.last;
    this.last = new Promise((done) => { next.over = done; });
    this.waiting.push(next);
  }

  start() {
    this.tell();
    for (let free = AT_ONCE - this.running; free > 0; free -= 1) this.work();
  }

  tell() {
    const [done, all, missed] = [this.done, this.chosen, this.failed];
    this.sum.hidden = all < 2;
    this.again.hidden = !this.lost.length || this.running > 0;
    this.sum.querySelector("[data-told]").textContent = words(missed ? "upload_missed" : "upload_sum", { done: `${done}`, all: `${all}`, missed: `${missed}` });
    this.sum.querySelector("progress").value = all ? 100 * (done + missed) / all : 0;
  }

  async work() {
    const next = this.waiting.shift();
    if (!next) return;
    this.running += 1;
    try {
      const known = await this.ask();
      if (!next.line.signal.aborted) {
        this.cut.get(found(known, next.file)?.href)?.gone();
        const picture = await send(this.box.dataset.uploads, next.file, known, next.line);
        // In the order in which they were chosen, whichever was quicker.
        await next.before;
        await this.each(picture);
        this.made.push(picture);
        this.done += 1;
        next.line.end("done", words("upload_done"));
      }
    } catch (problem) {
      if (!next.line.signal.aborted) {
        next.failed = true;
        this.failed += 1;
        if (!(problem instanceof Refused)) this.lost.push(next);
        next.line.end("failed", problem instanceof Refused ? problem.message : words("upload_failed"));
      }
    }
    next.over();
    this.running -= 1;
    this.tell();
    if (this.waiting.length) this.work();
    else if (!this.running) this.finish();
  }

  finish() {
    say(this.sum.querySelector("[data-told]").textContent);
    this.all(this.made.splice(0), this.failed);
  }

  // Those that are in stand elsewhere from now on.
  clear() {
    for (const line of this.box.querySelectorAll(".upload.done")) line.remove();
    this.chosen -= this.done;
    this.done = 0;
    this.tell();
  }
}

function chosen(box, add) {
  for (const field of box.querySelectorAll("input[type=file]")) {
    const take = () => {
      const files = [...field.files];
      field.value = "";
      if (files.length) add(files);
    };
    field.addEventListener("change", take);
    take(); // what was chosen before this came
  }
  const drop = box.querySelector("[data-drop]") || box.closest("form") || box;
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  drop.addEventListener("dragleave", (event) => { if (!drop.contains(event.relatedTarget)) drop.classList.remove("over"); });
  drop.addEventListener("drop", (event) => {
    drop.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    add([...event.dataTransfer.files]);
  });
  document.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files || [])];
    if (!files.length) return;
    event.preventDefault();
    add(files);
  });
}

async function put(address, picture) {
  const body = new URLSearchParams({ picture });
  const answer = await fetch(address, { method: "POST", body, headers: { "HX-Request": "true", "X-CSRFToken": secret() } });
  if (answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  throw new Refused(page.querySelector(".flash span")?.textContent || words("broken"));
}

// What is in becomes part of what is written, without touching what is typed meanwhile; false where the server refused.
async function take(form, box, made) {
  const body = new FormData(form);
  body.delete("pictures");
  for (const picture of made) body.append("picture", picture);
  body.set("intent", "add");
  const answer = await fetch(form.action, { method: "POST", body, headers: { "HX-Request": "true", "X-CSRFToken": secret() } });
  if (!answer.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector(".desk-pictures");
  const there = form.querySelector(".desk-pictures");
  const held = new Set([...form.querySelectorAll(".desk-pictures [name=picture]")].map((each) => each.value));
  if (!there) box.before(fresh);
  else there.append(...[...fresh.children].filter((each) => !held.has(each.querySelector("[name=picture]").value)));
  for (const each of form.querySelectorAll("[data-follows]")) each.replaceWith(page.getElementById(each.id));
  form.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

function hand(form, made) {
  for (const picture of made) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "picture", value: picture }));
  form.requestSubmit(form.querySelector('[name="intent"][value="add"]'));
}

// In an album each finished picture is there at once; in the composer all of them become part of what is written.
for (const box of document.querySelectorAll("[data-uploads]")) {
  const form = box.closest("form");
  const { adds, then } = form.dataset;
  let sends = null;
  const uploads = new Uploads(box, {
    each: (picture) => (adds ? put(adds, picture) : undefined),
    all(made, failed) {
      if (adds) {
        if (!failed) location.assign(then);
        else form.querySelector("[data-after]").hidden = !uploads.done;
        return;
      }
      if (!made.length) return;
      take(form, box, made).then((taken) => {
        if (!taken) { hand(form, made); return; }
        uploads.clear();
        if (sends && !failed) form.requestSubmit(sends);
        sends = null;
      }, () => hand(form, made));
    },
  });
  // Who sends before the pictures are in does not mean without them.
  form.addEventListener("submit", (event) => {
    if (adds || !uploads.running) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    sends = event.submitter;
    toast(words("upload_sends"));
  }, { capture: true });
  chosen(box, (files) => uploads.add(files));
}

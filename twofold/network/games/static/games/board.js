// A game that is open: pieces are taken up and set down by pointer, finger or keys, and what the other one does comes by itself.
import { secret } from "../web/js/requests.js";
import { toast } from "../web/js/toast.js";
import { say, words } from "../web/js/words.js";

const root = () => document.getElementById("game");
const cells = () => [...root().querySelectorAll("[data-square]")];
const at = (square) => root().querySelector(`[data-square="${square}"]`);
const spoken = (cell) => cell.querySelector(".unseen")?.textContent || "";
let ways = {}, chosen = "", place = "";

function ready() {
  ways = JSON.parse(root().querySelector("[data-ways]")?.textContent || "{}");
  chosen = cells().find((each) => each.classList.contains("picked"))?.dataset.square || "";
  const all = cells();
  for (const cell of all) {
    cell.tabIndex = -1;
    for (const inner of cell.querySelectorAll("a, button")) inner.tabIndex = -1;
  }
  const home = at(place) || at(chosen) || all.find((each) => each.dataset.square in ways) || all[0];
  home.tabIndex = 0;
  const list = root().querySelector(".move-list");
  if (list) list.scrollTop = list.scrollHeight;
}

function goTo(cell) {
  for (const each of cells()) each.tabIndex = -1;
  cell.tabIndex = 0;
  place = cell.dataset.square;
  cell.focus();
}

function choose(square) {
  chosen = square;
  for (const cell of cells()) {
    const aim = square && ways[square]?.[cell.dataset.square];
    cell.classList.toggle("aim", Boolean(aim));
    cell.classList.toggle("picked", cell.dataset.square === square);
    cell.toggleAttribute("aria-selected", false);
    if (cell.dataset.square === square) cell.setAttribute("aria-selected", "true");
  }
  if (square) say([spoken(at(square)), ...Object.keys(ways[square])].join(", "));
}

function act(cell) {
  const square = cell.dataset.square;
  const codes = chosen && ways[chosen]?.[square];
  if (codes?.length === 1) send(root().querySelector("form:has([data-square])").action, { move: codes[0], ply: root().dataset.ply });
  else if (codes) show(`${root().dataset.game}?from=${chosen}&to=${square}`);
  else choose(square !== chosen && square in ways ? square : "");
}

// What came takes the place of what stands there; whoever was on a square is there again.
function put(text) {
  const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("game");
  if (!fresh) return false;
  const focused = document.activeElement?.closest("[data-square]")?.dataset.square;
  const typed = root().querySelector("[name=text]")?.value;
  const { said: before, version } = root().dataset;
  root().replaceWith(document.adoptNode(fresh));
  ready();
  const field = root().querySelector("[name=text]");
  if (field && typed && !field.value) field.value = typed;
  if (focused) goTo(at(focused));
  // What was said above the board was of the board before.
  if (root().dataset.version !== version) document.getElementById("flashes")?.remove();
  if (root().dataset.said !== before) say(root().dataset.said);
  root().querySelector(".which .btn")?.focus();
  return true;
}

async function ask(address, options = {}) {
  const answer = await fetch(address, { ...options, headers: { "HX-Request": "true", "X-CSRFToken": secret() } });
  if (answer.status === 204) return;
  if (!put(await answer.text())) location.assign(root().dataset.game);
  root().querySelector("#problem")?.focus();
}

let busy = false;
async function send(address, values) {
  if (busy) return;
  busy = true;
  const data = values instanceof FormData ? values : new FormData();
  if (data !== values) for (const [name, value] of Object.entries(values)) data.set(name, value);
  try {
    await ask(address, { method: "POST", body: data });
    const field = root().querySelector("[name=text]");
    if (field && !root().querySelector("#problem")) field.value = "";
  } catch {
    // The number of moves goes with it: a move that did arrive is not made twice.
    toast(words(navigator.onLine ? "no_answer" : "offline"), { kind: "error", action: words("retry"), run: () => send(address, data), seconds: 20 });
  }
  busy = false;
}

const show = (address) => ask(address).catch(() => location.assign(address));
const look = () => { if (!busy) ask(`${root().dataset.game}now?version=${root().dataset.version}`).catch(() => {}); };

document.addEventListener("click", (event) => {
  const cell = event.target.closest("#game [data-square]");
  if (!cell) return;
  event.preventDefault();
  place = cell.dataset.square;
  act(cell);
  goTo(at(place));
});

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
document.addEventListener("keydown", (event) => {
  const cell = event.target.closest("#game [data-square]");
  if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" || event.key === " ") act(cell);
  else if (event.key === "Escape") choose("");
  else if (event.key in STEPS || event.key === "Home" || event.key === "End") {
    const row = [...cell.parentElement.children], rows = [...cell.parentElement.parentElement.children];
    const [down, right] = STEPS[event.key] || [0, 0];
    // Where only every second square is used, the next one that is.
    const used = (each) => each?.dataset.square;
    const line = [...rows[rows.indexOf(cell.parentElement) + down]?.children ?? []], place = row.indexOf(cell);
    const next = event.key === "Home" ? row.find(used) : event.key === "End" ? row.findLast(used)
      : right ? [row[place + right], row[place + 2 * right]].find(used)
        : [line[place], line[place + 1], line[place - 1]].find(used);
    if (next) goTo(next);
  } else return;
  event.preventDefault();
});

// Moves that are written, and all that is done beside moving, stay on the page; invitations lead elsewhere.
document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (!form.closest("#game") || !/\/(move|act)$/.test(form.action) || ["decline", "withdraw", "again"].includes(submitter?.value)) return;
  event.preventDefault();
  const data = new FormData(form);
  if (submitter?.name) data.set(submitter.name, submitter.value);
  send(form.action, data);
});

document.addEventListener("live:notifications", look);
document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
ready();

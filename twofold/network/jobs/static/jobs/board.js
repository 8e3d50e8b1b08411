// Moving applications on the board by dragging, or by Alt and an arrow. Whoever is moved is told of it, so each move waits
// until it can no longer be undone, or until the page is left.
import { secret } from "../web/js/requests.js";
import { toast } from "../web/js/toast.js";
import { words } from "../web/js/words.js";

const WAIT = 8;
const board = document.querySelector("[data-hiring]");
const columnOf = (card) => card.closest("[data-column]");
const list = (column) => column.querySelector(".board-tasks");
const open = new Map();

function count() {
  for (const each of board.querySelectorAll("[data-column]")) {
    const shown = list(each).children.length;
    each.querySelector("h2 .n").textContent = Number(each.dataset.more) + shown;
    each.querySelector(".board-empty")?.toggleAttribute("hidden", shown > 0);
  }
}

function back(card, { column, before }) {
  if (before?.parentElement === list(column)) before.before(card);
  else list(column).append(card);
  count();
}

async function send(card) {
  const move = open.get(card);
  if (!move) return;
  open.delete(card);
  clearTimeout(move.timer);
  move.end();
  const headers = { "HX-Request": "true", "X-CSRFToken": secret() };
  const address = `${card.querySelector(".task-title").getAttribute("href")}${columnOf(card).dataset.column}/`;
  const answer = await fetch(address, { method: "POST", headers, keepalive: true }).catch(() => null);
  if (answer?.ok) return;
  back(card, move.from);
  const reason = answer?.status === 422 ? await answer.text() : words(answer ? "broken" : "no_answer");
  toast(reason, { kind: "error" });
}

// `from` is where the card stood when it was last kept.
function moved(card, from) {
  const before = open.get(card);
  if (before) { clearTimeout(before.timer); before.end(); open.delete(card); }
  const home = before?.from || from;
  count();
  if (home.column === columnOf(card)) return;
  const stage = columnOf(card).querySelector("h2 bdi").textContent;
  const text = board.dataset.told.replace("{name}", card.querySelector(".task-title").textContent.trim()).replace("{stage}", stage);
  const undo = () => { const move = open.get(card); open.delete(card); clearTimeout(move?.timer); back(card, home); card.querySelector(".task-title").focus(); };
  const end = toast(text, { action: words("undo"), run: undo, seconds: WAIT + 1 });
  open.set(card, { from: home, end, timer: setTimeout(() => send(card), WAIT * 1000) });
}

const placeOf = (card) => ({ column: columnOf(card), before: card.nextElementSibling });
const takes = (column) => column.dataset.column !== "new";

function step(card, key) {
  const rtl = document.documentElement.dir === "rtl";
  const all = [...board.querySelectorAll("[data-column]")];
  const to = all[all.indexOf(columnOf(card)) + ((key === "ArrowRight") !== rtl ? 1 : -1)];
  // Back among the new ones it comes only by undoing.
  if (!to || (!takes(to) && open.get(card)?.from.column !== to)) return;
  const from = placeOf(card);
  list(to).prepend(card);
  card.querySelector(".task-title").focus();
  moved(card, from);
}

if (board) {
  let dragged = null, from = null, over = null;
  const mark = (column) => { over?.classList.remove("over"); over = column; over?.classList.add("over"); };
  for (const card of board.querySelectorAll("[data-application]")) card.draggable = true;
  for (const link of board.querySelectorAll("[data-application] a, [data-application] img")) link.draggable = false;
  board.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("[data-application]");
    if (!dragged) return;
    from = placeOf(dragged);
    dragged.classList.add("dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.application);
  });
  board.addEventListener("dragover", (event) => {
    const column = event.target.closest("[data-column]");
    if (!dragged || !column || (!takes(column) && open.get(dragged)?.from.column !== column)) return mark(null);
    event.preventDefault();
    mark(column);
  });
  board.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!dragged || !over || over === columnOf(dragged)) return;
    list(over).prepend(dragged);
    moved(dragged, from);
  });
  board.addEventListener("dragend", () => { dragged?.classList.remove("dragged"); mark(null); dragged = null; });
  board.addEventListener("keydown", (event) => {
    const card = event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight") && event.target.closest("[data-application]");
    if (!card) return;
    event.preventDefault();
    step(card, event.key);
  });
  addEventListener("pagehide", () => { for (const card of [...open.keys()]) send(card); });
  board.dataset.ready = "";
}

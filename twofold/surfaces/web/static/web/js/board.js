// Moving tasks on a board by dragging, or by Alt and the arrow keys; each move is kept at once, and told.
import { secret } from "./requests.js";
import { toast } from "./toast.js";
import { words } from "./words.js";

const board = document.querySelector("[data-board]");
const columns = () => [...board.querySelectorAll("[data-column]")];
const lists = (column) => column.querySelector(".board-tasks");

function count() {
  for (const column of columns()) column.querySelector("h2 .n").textContent = lists(column).children.length;
}

// Where a card stood, to put it back there.
const spot = (card) => ({ list: card.parentElement, next: card.nextElementSibling });

async function keep(card, was) {
  if (was.list === card.parentElement && was.next === card.nextElementSibling) return;
  const column = card.closest("[data-column]").dataset.column;
  const body = new URLSearchParams({ column, before: card.nextElementSibling?.dataset.task || "" });
  const address = `${card.querySelector(".task-title").getAttribute("href")}move/`;
  const headers = { "HX-Request": "true", "X-CSRFToken": secret() };
  const answer = await fetch(address, { method: "POST", body, headers }).catch(() => null);
  if (!answer?.ok) {
    was.list.insertBefore(card, was.next?.parentElement === was.list ? was.next : null);
    count();
    return toast(words(answer ? "not_moved" : "not_moved_offline"), { kind: "error" });
  }
  document.querySelector("#live").textContent = `${card.querySelector(".task-title").textContent}: ${card.closest("[data-column]").querySelector("h2 bdi").textContent}`;
}

function place(list, y, card) {
  const below = [...list.children].find((each) => each !== card && y < each.getBoundingClientRect().top + each.offsetHeight / 2);
  if (below) below.before(card);
  else list.append(card);
}

function step(card, key) {
  const rtl = document.dir === "rtl" || document.documentElement.dir === "rtl";
  if (key === "ArrowUp" || key === "ArrowDown") {
    const other = key === "ArrowUp" ? card.previousElementSibling : card.nextElementSibling;
    if (!other) return false;
    other[key === "ArrowUp" ? "before" : "after"](card);
    return true;
  }
  const all = columns();
  const to = all[all.indexOf(card.closest("[data-column]")) + ((key === "ArrowRight") !== rtl ? 1 : -1)];
  if (!to) return false;
  lists(to).append(card);
  return true;
}

if (board) {
  let dragged = null;
  let was = null;
  for (const card of board.querySelectorAll("[data-task]")) card.draggable = true;
  for (const link of board.querySelectorAll(".task-title")) link.draggable = false;
  board.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("[data-task]");
    if (!dragged) return;
    was = spot(dragged);
    dragged.classList.add("dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.task);
  });
  board.addEventListener("dragover", (event) => {
    const column = event.target.closest("[data-column]");
    if (!dragged || !column) return;
    event.preventDefault();
    place(lists(column), event.clientY, dragged);
  });
  board.addEventListener("drop", (event) => event.preventDefault());
  board.addEventListener("dragend", (event) => {
    if (!dragged) return;
    dragged.classList.remove("dragged");
    // Let go beside the board, or given up with Escape: nothing was meant.
    if (event.dataTransfer.dropEffect === "none") was.list.insertBefore(dragged, was.next);
    count();
    keep(dragged, was);
    dragged = null;
  });
  let timer = 0;
  let before = null;
  board.addEventListener("keydown", (event) => {
    if (!event.altKey || !event.key.startsWith("Arrow")) return;
    const card = event.target.closest("[data-task]");
    if (!card) return;
    event.preventDefault();
    const stood = spot(card);
    if (!step(card, event.key)) return;
    if (before?.card !== card) before = { card, ...stood };
    card.querySelector(".task-title").focus();
    count();
    clearTimeout(timer);
    timer = setTimeout(() => { keep(card, before); before = null; }, 400);
  });
  board.dataset.ready = "";
}

// Putting an album in order by dragging, or by Alt and the arrow keys; each change is kept at once.
import { secret } from "./requests.js";
import { toast } from "./toast.js";
import { words } from "./words.js";

const form = document.querySelector("[data-arrange][data-own]");
const list = form?.querySelector(".arranged");

async function keep() {
  const order = [...list.children].map((each) => each.dataset.item).join(",");
  const body = new URLSearchParams({ intent: "order", order });
  const answer = await fetch(location.href, { method: "POST", body, headers: { "HX-Request": "true", "X-CSRFToken": secret() } }).catch(() => null);
  if (!answer?.ok) toast(words(answer ? "broken" : "no_answer"), { kind: "error" });
}

if (list) {
  let dragged = null;
  for (const tile of list.children) tile.draggable = true;
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest(".tile");
    dragged.classList.add("dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.item);
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest(".tile");
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    const after = [...list.children].indexOf(over) > [...list.children].indexOf(dragged);
    over[after ? "after" : "before"](dragged);
  });
  list.addEventListener("drop", (event) => event.preventDefault());
  list.addEventListener("dragend", () => { dragged?.classList.remove("dragged"); if (dragged) keep(); dragged = null; });
  let timer = 0;
  list.addEventListener("keydown", (event) => {
    if (!event.altKey || !["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].includes(event.key)) return;
    const tile = event.target.closest(".tile");
    const forwards = event.key === "ArrowDown" || (event.key === "ArrowRight") !== (document.dir === "rtl" && event.key !== "ArrowUp");
    const other = (event.key === "ArrowUp" ? false : forwards) ? tile.nextElementSibling : tile.previousElementSibling;
    event.preventDefault();
    if (!other) return;
    other[other === tile.nextElementSibling ? "after" : "before"](tile);
    event.target.focus();
    clearTimeout(timer);
    timer = setTimeout(keep, 500);
  });
}

// Moving what is due to another day: by dragging, or by Alt and the arrow keys. Each move is kept at once, and can be undone.
import { secret } from "./requests.js";
import { toast } from "./toast.js";
import { words } from "./words.js";

const month = document.querySelector("[data-month]");
const days = month ? [...month.querySelectorAll("[data-day]")] : [];
const spoken = (day) => day.querySelector(".cal-day").getAttribute("aria-label");

function put(mark, day) {
  const after = [...day.querySelectorAll(".cal-mark")].pop() || day.querySelector(".cal-day");
  after.after(mark);
}

async function keep(mark, from, undoing = false) {
  const day = mark.closest("[data-day]");
  if (day === from) return;
  const headers = { "HX-Request": "true", "X-CSRFToken": secret() };
  const body = new URLSearchParams({ due: day.dataset.day });
  const answer = await fetch(`${mark.getAttribute("href")}due/`, { method: "POST", body, headers }).catch(() => null);
  if (!answer?.ok) {
    put(mark, from);
    return toast(words(answer ? "not_moved" : "not_moved_offline"), { kind: "error" });
  }
  if (undoing) return;
  const back = () => { put(mark, from); keep(mark, day, true); mark.focus(); };
  toast(`${mark.querySelector("bdi").textContent}: ${spoken(day)}`, { action: words("undo"), run: back });
}

if (month) {
  let dragged = null;
  let from = null;
  for (const mark of month.querySelectorAll("[data-task]")) mark.draggable = true;
  month.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("[data-task]");
    if (!dragged) return;
    from = dragged.closest("[data-day]");
    dragged.classList.add("dragged");
    event.dataTransfer.effectAllowed = "move";
  });
  month.addEventListener("dragover", (event) => {
    const day = event.target.closest("[data-day]");
    if (!dragged || !day) return;
    event.preventDefault();
    for (const each of days) each.classList.toggle("aimed", each === day);
  });
  month.addEventListener("drop", (event) => {
    const day = event.target.closest("[data-day]");
    if (!dragged || !day) return;
    event.preventDefault();
    if (day !== from) put(dragged, day);
    keep(dragged, from);
  });
  month.addEventListener("dragend", () => {
    dragged?.classList.remove("dragged");
    for (const each of days) each.classList.remove("aimed");
    dragged = null;
  });
  let timer = 0;
  let first = null;
  month.addEventListener("keydown", (event) => {
    const mark = event.target.closest("[data-task]");
    const rtl = document.documentElement.dir === "rtl";
    const steps = { ArrowLeft: rtl ? 1 : -1, ArrowRight: rtl ? -1 : 1, ArrowUp: -7, ArrowDown: 7 };
    if (!event.altKey || !mark || !(event.key in steps)) return;
    event.preventDefault();
    const day = mark.closest("[data-day]");
    const to = days[days.indexOf(day) + steps[event.key]];
    if (!to) return;
    first ||= day;
    put(mark, to);
    mark.focus();
    clearTimeout(timer);
    timer = setTimeout(() => { keep(mark, first); first = null; }, 600);
  });
  month.dataset.ready = "";
}

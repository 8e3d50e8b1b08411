// Above the first line of each day, which day it is: by the clock of whoever looks, and true after midnight too.
import { language, words } from "../web/js/words.js";

const near = new Intl.DateTimeFormat(language, { weekday: "short", day: "numeric", month: "short" });
const far = new Intl.DateTimeFormat(language, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
const noon = (day) => new Date(day.getFullYear(), day.getMonth(), day.getDate(), 12);

function named(day, now) {
  const ago = Math.round((noon(now) - noon(day)) / 86_400_000);
  if (ago === 0 || ago === 1) return words(ago ? "yesterday" : "today");
  return (day.getFullYear() === now.getFullYear() ? near : far).format(day);
}

const key = (day) => `day-${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;

function heading(id) {
  const line = document.createElement("li"), words = document.createElement("h2");
  line.className = "day-line";
  line.id = id;
  words.className = "small";
  line.append(words);
  return line;
}

// What the server wrote by the clock of a profile stays where it is right, so that nothing is read out twice.
export function days(list) {
  const now = new Date(), wanted = new Map();
  for (const line of list.querySelectorAll("li[data-position]")) {
    const day = new Date(line.querySelector("[data-hour]")?.dateTime);
    if (!Number.isNaN(day.valueOf()) && !wanted.has(key(day))) wanted.set(key(day), { line, day });
  }
  for (const old of list.querySelectorAll(".day-line")) if (!wanted.has(old.id)) old.remove();
  for (const [id, { line, day }] of wanted) {
    const mark = list.querySelector(`#${id}`) || heading(id), text = named(day, now);
    if (line.previousElementSibling !== mark) line.before(mark);
    if (mark.firstElementChild.textContent !== text) mark.firstElementChild.textContent = text;
  }
}

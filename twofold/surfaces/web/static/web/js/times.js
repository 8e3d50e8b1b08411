// <time datetime> becomes "3h", and stays true while the page is open.
import { language, words } from "./words.js";

const long = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short" });
const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });
const dayOfYear = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric" });
const toMinute = { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" };
const ahead = new Intl.DateTimeFormat(language, toMinute);
const aheadOfYear = new Intl.DateTimeFormat(language, { ...toMinute, year: "numeric" });
const hour = new Intl.DateTimeFormat(language, { timeStyle: "short" });
const units = ["minute", "hour", "day"].map((unit) =>
  new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "narrow" }));

function relative(moment) {
  const minutes = Math.floor((Date.now() - moment) / 60_000);
  const thisYear = moment.getFullYear() === new Date().getFullYear();
  if (minutes < -1) return (thisYear ? ahead : aheadOfYear).format(moment);
  if (minutes < 1) return words("now");
  if (minutes < 60) return units[0].format(minutes);
  if (minutes < 1440) return units[1].format(Math.floor(minutes / 60));
  if (minutes < 10_080) return units[2].format(Math.floor(minutes / 1440));
  return (thisYear ? day : dayOfYear).format(moment);
}

export function refresh(root = document) {
  for (const element of root.querySelectorAll("time[datetime]")) {
    const moment = new Date(element.dateTime);
    if (Number.isNaN(moment.valueOf()) || element.dataset.plain !== undefined) continue;
    element.title = long.format(moment);
    element.textContent = "hour" in element.dataset ? hour.format(moment) : relative(moment);
    element.dataset.told = "";
  }
}

refresh();
setInterval(refresh, 60_000);
document.addEventListener("htmx:load", (event) => refresh(event.detail.elt));

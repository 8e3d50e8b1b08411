// A touch on a free place of the week begins an event there; without this, each day has a link of its own.
const week = document.querySelector(".wk[data-new]");
week?.classList.add("picks");
week?.addEventListener("click", (event) => {
  const hours = event.target.closest(".wk-hours");
  if (!hours || event.target.closest("a")) return;
  const line = parseFloat(getComputedStyle(hours.closest(".wk").querySelector(".wk-gutter span")).blockSize);
  const half = Math.floor((event.clientY - hours.getBoundingClientRect().top) / line * 2);
  const hour = Math.min(Number(week.dataset.first) + Math.floor(half / 2), 23);
  const time = `${hour}`.padStart(2, "0") + (half % 2 ? ":30" : ":00");
  location.assign(`${week.dataset.new}?on=${hours.closest(".wk-day").dataset.day}T${time}`);
});

// The form of an event: the browser's own time zone where nobody chose one, and an end that is never before the beginning.
const zone = document.querySelector("select[data-guess]");
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && [...zone.options].some((option) => option.value === here)) zone.value = here;

const [begin, end] = ["f-begin_day", "f-end_day"].map((id) => document.getElementById(id));
begin?.addEventListener("change", () => {
  if (end.value < begin.value) end.value = begin.value;
});

// Text areas grow with their text where the browser does not do it itself; a count appears near the limit.
// A file that is too large says so before it is sent.
import { counted, say, words } from "./words.js";

const grows = CSS.supports("field-sizing", "content");

function fit(area) {
  area.style.blockSize = "auto";
  area.style.blockSize = `${Math.min(area.scrollHeight + 2, innerHeight * 0.6)}px`;
}

function count(area) {
  const left = Number(area.dataset.limit) - [...area.value].length;
  let note = area.parentElement.querySelector(".count");
  if (!note) {
    note = document.createElement("p");
    note.className = "count";
    area.after(note);
  }
  note.hidden = left > Number(area.dataset.limit) * 0.1;
  note.textContent = counted("left", left);
  note.classList.toggle("error", left < 0);
}

document.addEventListener("input", (event) => {
  const area = event.target;
  if (!(area instanceof HTMLTextAreaElement)) return;
  if (!grows) fit(area);
  if (area.dataset.limit) count(area);
});

// Ctrl or Cmd + Enter sends the form that one writes in.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  if (event.target instanceof HTMLTextAreaElement) event.target.form?.requestSubmit();
});

document.addEventListener("change", (event) => {
  const field = event.target;
  if (field.type !== "file" || !field.dataset.most) return;
  const most = Number(field.dataset.most);
  const large = [...field.files].find((file) => file.size > most * 1024 * 1024);
  let note = field.parentElement.querySelector(".error[data-large]");
  if (large && !note) {
    note = document.createElement("p");
    note.className = "error";
    note.dataset.large = "";
    field.after(note);
  }
  if (note) note.hidden = !large;
  field.toggleAttribute("aria-invalid", Boolean(large));
  if (!large) return;
  note.textContent = words("too_large", { name: large.name, size: Math.ceil(large.size / 1024 / 1024), most });
  say(note.textContent);
  field.value = "";
});

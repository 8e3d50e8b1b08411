// The letters below the tries look like keys, and so they write; the field takes keys and the phone's own all the same.
const form = document.querySelector(".word-form"), field = form?.elements.guess, erase = form?.querySelector("[data-erase]");
const LONGEST = document.querySelector(".tries li")?.querySelectorAll(".tile-letter").length;

if (field) {
  erase.hidden = false;
  erase.addEventListener("click", () => { field.value = [...field.value].slice(0, -1).join(""); });
  document.querySelector(".letters").addEventListener("click", (event) => {
    const key = event.target.closest("span");
    if (key && [...field.value].length < LONGEST) field.value += key.textContent.toLowerCase();
  });
}

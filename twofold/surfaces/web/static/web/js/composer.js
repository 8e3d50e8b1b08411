// The composer by script: the draft is kept while one types, the sentence follows each choice, pictures come at once.
import { secret } from "./requests.js";

const form = document.querySelector(".composer-form");

function fields({ pictures = false } = {}) {
  const data = new FormData(form);
  if (!pictures) data.delete("pictures");
  return data;
}

async function exchange(address, id) {
  const answer = await fetch(address, {
    method: "POST", body: fields(), headers: { "HX-Request": "true", "X-CSRFToken": secret() },
  });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById(id);
  if (fresh) document.getElementById(id)?.replaceWith(document.adoptNode(fresh));
}

function later(act, milliseconds) {
  let timer = 0;
  return () => { clearTimeout(timer); timer = setTimeout(() => act().catch(() => {}), milliseconds); };
}

if (form) {
  document.documentElement.classList.add("scripted");
  const keep = form.dataset.keep && later(() => exchange(form.dataset.keep, "kept"), 1500);
  const say = form.dataset.sentence && later(() => exchange(form.dataset.sentence, "sentence"), 150);
  form.addEventListener("input", () => keep?.());
  form.addEventListener("change", (event) => {
    if (event.target.closest(".audience")) say?.();
    if (event.target.type === "file" && event.target.files.length) {
      form.requestSubmit(form.querySelector('[name="intent"][value="add"]'));
    }
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("#f-name, #f-except")) return;
    event.preventDefault();
    form.requestSubmit(event.target.parentElement.querySelector("button"));
  });
  // Once sent, it is not sent again by an impatient second press.
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  addEventListener("pageshow", () => { sent = false; });
  document.querySelector("[aria-invalid=true]")?.focus();
}

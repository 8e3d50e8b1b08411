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

// Once it is kept, the page is the draft's: a reload goes on with it.
async function keepDraft() {
  await exchange(form.dataset.keep, "kept");
  const { address } = form.querySelector("#kept [name=draft]")?.dataset ?? {};
  if (address && address !== location.pathname) history.replaceState(history.state, "", address);
}

function later(act, milliseconds) {
  let timer = 0;
  return () => { clearTimeout(timer); timer = setTimeout(() => act().catch(() => {}), milliseconds); };
}

if (form) {
  document.documentElement.classList.add("scripted");
  const keep = form.dataset.keep && later(keepDraft, 1500);
  const say = form.dataset.sentence && later(() => exchange(form.dataset.sentence, "sentence"), 150);
  form.addEventListener("input", () => keep?.());
  form.addEventListener("change", (event) => {
    if (event.target.closest(".audience")) say?.();
  });
  form.addEventListener("click", (event) => {
    const asks = event.target.closest("[name=guard]");
    if (!asks) return;
    event.preventDefault();
    asks.setAttribute("aria-busy", "true");
    exchange(asks.formAction, "guard").catch(() => {}).finally(() => asks.removeAttribute("aria-busy"));
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

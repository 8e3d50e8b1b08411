// Stories one after the other: by keys, swipes and, where nothing asks for stillness, by themselves. Links do it all without this.
import { secret } from "./requests.js";
import { refresh } from "./times.js";
import { toast } from "./toast.js";
import { say, words } from "./words.js";

const FAR = 60;
const STILL = "twofold-stories-still";
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const sign = () => (getComputedStyle(document.documentElement).direction === "rtl" ? -1 : 1);

let still = sessionStorage.getItem(STILL) === "1";
let held = false;
let moving = false;

const story = () => document.getElementById("story");

// Whoever goes by keyboard is in no hurry: nothing turns while a key put the focus somewhere inside.
function settle() {
  const box = story();
  if (!box) return;
  const stopped = still || held || document.hidden || Boolean(box.querySelector("details[open], :focus-visible"));
  box.classList.toggle("still-now", stopped);
  const film = box.querySelector("video");
  if (film && stopped && held) film.pause();
  const button = box.querySelector("[data-pause]");
  button.setAttribute("aria-pressed", `${still}`);
  const label = still ? words("story_play") : words("story_pause");
  button.title = label;
  button.querySelector(".unseen").textContent = label;
  button.querySelector("use").setAttribute("href", button.querySelector("use").getAttribute("href").replace(/#.*/, still ? "#play" : "#pause"));
}

function begin(box) {
  const bar = box.querySelector(".story-bars .now");
  const film = box.querySelector("video:not([loop])");
  box.tabIndex = -1;
  refresh(box);
  if (film) film.addEventListener("ended", () => { if (!still) turn("on"); });
  else if (!calm.matches && bar) {
    bar.style.setProperty("--seconds", `${box.dataset.seconds}s`);
    bar.classList.add("runs");
    bar.addEventListener("animationend", () => turn("on"));
  }
  box.querySelector("[data-pause]").hidden = calm.matches && !film;
  settle();
}

// What was to come ended or went meanwhile: where it stood, the one after it is known by now.
async function pastWhatIsGone(href, place) {
  const answer = await fetch(location.href);
  const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
  const link = page.querySelector(`#story [data-${place}]`);
  return link && link.href !== href ? link.href : "";
}

async function show(href, place) {
  if (moving) return;
  moving = true;
  try {
    let answer = await fetch(href);
    if (answer.status === 404) {
      const other = await pastWhatIsGone(href, place);
      if (!other) { location.assign(story().querySelector("[data-close]").href); return; }
      answer = await fetch(other);
    }
    if (!answer.ok) { location.assign(href); return; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const box = page.getElementById("story");
    if (!box) { location.assign(href); return; }
    const kept = story().contains(document.activeElement) && document.activeElement.matches(":focus-visible");
    story().replaceWith(document.adoptNode(box));
    history.replaceState(null, "", answer.url);
    document.title = page.title;
    begin(box);
    const image = box.querySelector("img.story-picture, video")?.getAttribute("alt") || box.querySelector("video")?.ariaLabel || "";
    say([box.querySelector("h1").textContent, image, box.querySelector(".story-words")?.textContent].filter(Boolean).join(". "));
    if (kept) (box.querySelector(`[data-${place}]`) || box.querySelector("[data-close]")).focus();
    else box.focus();
  } catch {
    location.assign(href);
  } finally {
    moving = false;
  }
}

function turn(place) {
  const link = story().querySelector(`[data-${place}]`);
  if (link) show(link.href, place);
  else if (place === "on") location.assign(story().querySelector("[data-close]").href);
}

async function feel(button) {
  const body = new URLSearchParams({ feeling: button.value });
  const answer = await fetch(button.getAttribute("formaction"), { method: "POST", body, headers: { "HX-Request": "true", "X-CSRFToken": secret() } });
  if (!answer.ok) { button.form?.requestSubmit(button); return; }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const foot = page.querySelector(".story-foot");
  if (!foot) return;
  story().querySelector(".story-foot").replaceWith(document.adoptNode(foot));
  foot.querySelector(`[value="${button.value}"]`)?.focus();
}

// One goes on looking after having answered; what could not be sent is shown on a page of its own.
async function tell(form) {
  const field = form.querySelector("[name=text]");
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { "HX-Request": "true" } });
  if (!answer.ok) { form.submit(); return; }
  field.value = "";
  toast(await answer.text(), { seconds: 4 });
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches(".story-answer")) return;
  event.preventDefault();
  tell(event.target).catch(() => event.target.submit());
});

document.addEventListener("click", (event) => {
  const on = (name) => event.target.closest?.(`[data-${name}]`);
  const felt = on("feel");
  if (felt) { event.preventDefault(); feel(felt); return; }
  if (on("pause")) { still = !still; sessionStorage.setItem(STILL, still ? "1" : ""); settle(); return; }
  const link = on("on") || on("back");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  turn(link.matches("[data-on]") ? "on" : "back");
});

document.addEventListener("keydown", (event) => {
  if (event.target.matches("video, input, textarea") || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "ArrowRight") turn(sign() > 0 ? "on" : "back");
  else if (event.key === "ArrowLeft") turn(sign() > 0 ? "back" : "on");
  else if (event.key === "Escape" && !story().querySelector("details[open]")) location.assign(story().querySelector("[data-close]").href);
  else if (event.key === " " && !event.target.matches("button, a, summary")) { event.preventDefault(); story().querySelector("[data-pause]").click(); }
});

let from = null;
document.addEventListener("pointerdown", (event) => {
  if (event.target.closest("button, a, video, details")) return;
  from = { x: event.clientX, y: event.clientY };
  held = true;
  settle();
});
for (const name of ["pointerup", "pointercancel"]) {
  document.addEventListener(name, (event) => {
    held = false;
    settle();
    if (!from || name === "pointercancel") { from = null; return; }
    const across = event.clientX - from.x;
    const down = event.clientY - from.y;
    from = null;
    if (Math.abs(across) > FAR && Math.abs(across) > Math.abs(down)) turn(across * sign() < 0 ? "on" : "back");
    else if (down > 2 * FAR) location.assign(story().querySelector("[data-close]").href);
  });
}
for (const name of ["focusin", "focusout", "toggle", "visibilitychange"]) document.addEventListener(name, () => setTimeout(settle), true);
begin(story());

// Pictures large, one at a time: arrow keys, swipes, Escape; captions, names and the way to the picture's own page.
import { network, say } from "./words.js";

const FAR = 60;
// So near to the last one that is there, the next ones are asked for.
const NEAR = 12;

function element(name, kind, text = "") {
  const made = document.createElement(name);
  made.className = kind;
  made.textContent = text;
  return made;
}

const large = (link) => link.dataset.large || link.href;
const about = (link) => link.dataset.about || (link.dataset.large ? link.href : "");

// A video's player comes from the server, which asks the door and knows how far the video is.
async function film(link, stage) {
  const key = about(link).match(/\/photos\/([^/]+)\//)?.[1];
  const answer = key && await fetch(`/${network}/pictures/${key}/state`);
  if (!answer || !answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const player = page.querySelector(".film");
  if (player && stage.isConnected && stage.dataset.shown === key) stage.replaceChildren(document.adoptNode(player));
}

function words(link) {
  const small = link.querySelector("img");
  const described = link.dataset.caption || (link.querySelector(".alt-badge") || link.dataset.caption ? "" : small?.alt) || "";
  return [described || (link.querySelector(".alt-badge") ? small?.alt : ""), link.dataset.people].filter(Boolean);
}

function buttons(say_of) {
  return [["close", "×"], ["previous", "‹"], ["next", "›"]].map(([key, sign]) => {
    const button = element("button", key, sign);
    button.type = "button";
    button.setAttribute("aria-label", say_of(key));
    return button;
  });
}

function swiped(box, turn, close) {
  let from = null;
  box.addEventListener("pointerdown", (event) => {
    from = event.target.closest("button, a, video") ? null : { x: event.clientX, y: event.clientY };
  });
  box.addEventListener("pointerup", (event) => {
    if (!from) return;
    const across = event.clientX - from.x;
    const down = event.clientY - from.y;
    from = null;
    if (Math.abs(across) > FAR && Math.abs(across) > Math.abs(down)) turn(across < 0 ? 1 : -1);
    else if (down > 2 * FAR && down > Math.abs(across)) close();
  });
}

// Tab goes round and round inside, not out to what lies behind.
function within(box, event) {
  const all = [...box.querySelectorAll("button, a[href], video[controls]")].filter((each) => each.checkVisibility());
  const ends = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
  if (document.activeElement !== ends[0] && box.contains(document.activeElement)) return;
  event.preventDefault();
  ends[1].focus();
}

// `all` are the links that are there; of a long list more come as one goes on, until there are as many as `whole`.
export function show(all, first, say_of, whole = 0) {
  let links = all();
  let place = Math.max(0, links.indexOf(first));
  const box = element("dialog", "lightbox");
  const stage = element("div", "stage");
  const foot = element("div", "foot-line");
  const caption = element("p", "caption");
  const more = element("a", "details", say_of("details"));
  const number = element("span", "number");
  const [close, previous, next] = buttons(say_of);
  const sign = getComputedStyle(document.documentElement).direction === "rtl" ? -1 : 1;

  const more_come = () => whole > links.length && document.querySelector("#pager a[rel='next'][hx-get]");
  const count = () => { number.textContent = links.length > 1 ? `${place + 1} / ${Math.max(whole, links.length)}` : ""; };
  const grown = () => { links = all(); count(); };

  const turn = (by, to = place + by) => {
    const further = more_come();
    if (further && to > links.length - NEAR) further.click();
    if (further && !links[to]) return;
    place = (to + links.length) % links.length;
    const link = links[place];
    const key = about(link).match(/\/photos\/([^/]+)\//)?.[1] || "";
    const image = element("img", "");
    image.src = large(link);
    image.alt = link.querySelector("img")?.alt || "";
    image.draggable = false;
    stage.dataset.shown = key;
    stage.replaceChildren(image);
    if (link.dataset.kind) film(link, stage);
    const lines = words(link);
    caption.textContent = lines.join(" · ");
    caption.hidden = !lines.length;
    more.href = about(link);
    more.hidden = !about(link);
    count();
    say(`${image.alt} ${number.textContent}`);
    for (const near of [links[place + 1], links[place - 1]]) if (near) new Image().src = large(near);
  };
  close.addEventListener("click", () => box.close());
  previous.addEventListener("click", () => turn(-1));
  next.addEventListener("click", () => turn(1));
  for (const button of [previous, next]) button.hidden = links.length < 2;
  box.addEventListener("keydown", (event) => {
    if (event.key === "Tab") { within(box, event); return; }
    if (event.target.matches("video")) return;
    if (event.key === "ArrowRight") turn(sign);
    else if (event.key === "ArrowLeft") turn(-sign);
    else if (event.key === "Home") turn(0, 0);
    else if (event.key === "End") turn(0, links.length - 1);
  });
  swiped(box, (by) => turn(by * sign), () => box.close());
  box.addEventListener("click", (event) => { if (event.target === box || event.target === stage) box.close(); });
  document.addEventListener("htmx:load", grown);
  box.addEventListener("close", () => { document.removeEventListener("htmx:load", grown); box.remove(); links[place].focus(); });
  foot.append(caption, number, more);
  box.append(stage, foot, previous, next, close);
  document.body.append(box);
  turn(0);
  box.showModal();
  close.focus();
}

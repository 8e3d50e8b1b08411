// Pictures large, one at a time: arrows, Escape, their description below.

function element(name, kind, text = "") {
  const made = document.createElement(name);
  made.className = kind;
  made.textContent = text;
  return made;
}

export function show(links, first, words) {
  let place = Math.max(0, links.indexOf(first));
  const box = document.createElement("dialog");
  box.className = "lightbox";
  const image = element("img", "");
  const caption = element("p", "caption");
  const buttons = [["close", "×"], ["previous", "‹"], ["next", "›"]].map(([key, sign]) => {
    const button = element("button", key, sign);
    button.type = "button";
    button.setAttribute("aria-label", words(key));
    return button;
  });
  const turn = (by) => {
    place = (place + by + links.length) % links.length;
    const small = links[place].querySelector("img");
    image.src = links[place].href;
    image.alt = small?.alt || "";
    caption.textContent = small?.alt || "";
    caption.hidden = !small?.alt;
  };
  const sign = getComputedStyle(document.documentElement).direction === "rtl" ? -1 : 1;
  buttons[0].addEventListener("click", () => box.close());
  buttons[1].addEventListener("click", () => turn(-1));
  buttons[2].addEventListener("click", () => turn(1));
  for (const button of buttons.slice(1)) button.hidden = links.length < 2;
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight") turn(sign);
    if (event.key === "ArrowLeft") turn(-sign);
  });
  box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
  box.addEventListener("close", () => { box.remove(); links[place].focus(); });
  box.append(image, caption, ...buttons);
  document.body.append(box);
  turn(0);
  box.showModal();
}

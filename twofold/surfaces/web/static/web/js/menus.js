// Menus are <details>: script closes them on Escape, on a click elsewhere and when another opens.
const open = () => document.querySelectorAll("details.menu[open]");

document.addEventListener("toggle", (event) => {
  const menu = event.target;
  if (!(menu instanceof HTMLDetailsElement) || !menu.matches(".menu") || !menu.open) return;
  for (const other of open()) if (other !== menu && !other.contains(menu)) other.open = false;
  const body = menu.querySelector(".menu-body");
  body?.style.removeProperty("translate");
  const box = body?.getBoundingClientRect();
  if (box && box.bottom > innerHeight && menu.getBoundingClientRect().top > box.height) menu.classList.add("up");
  const wide = document.documentElement.clientWidth;
  const aside = box ? Math.max(0, 8 - box.left) || Math.min(0, wide - 8 - box.right) : 0;
  if (aside) body.style.setProperty("translate", `${aside}px`);
}, true);

document.addEventListener("click", (event) => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const menu = event.target.closest?.("details.menu[open]");
  if (!menu) return;
  const items = [...menu.querySelectorAll(".menu-item")];
  const place = items.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
  items[(place + items.length) % items.length]?.focus();
  event.preventDefault();
});

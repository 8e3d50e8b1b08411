// Pictures: a blurred shape until they are there; a click shows them large.
import { words } from "./words.js";

async function blur(root) {
  const waiting = [...root.querySelectorAll("img[data-blurhash]")].filter((image) => !image.complete);
  if (!waiting.length) return;
  const { decode } = await import("./blurhash.js");
  for (const image of waiting) {
    if (image.complete || !image.dataset.blurhash) continue;
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 32;
    canvas.getContext("2d").putImageData(new ImageData(decode(image.dataset.blurhash, 32, 32), 32), 0, 0);
    image.before(canvas);
    image.addEventListener("load", () => canvas.remove(), { once: true });
    image.addEventListener("error", () => canvas.remove(), { once: true });
  }
}

blur(document);
document.addEventListener("htmx:load", (event) => blur(event.detail.elt));

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-picture]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const { show } = await import("./lightbox.js");
  const list = link.closest(".photos, .tiles") || link.parentElement;
  const all = () => [...(document.getElementById(list.id) || list).querySelectorAll("a[data-picture]")];
  show(all, link, words, Number(list.dataset.all) || 0);
});

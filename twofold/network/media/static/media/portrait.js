// Choosing what of a picture shows: drag it, or use the slider and the arrow keys. Without script the middle is taken.

function begin(form) {
  const [file, crop, tool] = ["upload", "crop", "zoom"].map((name) => form.elements.namedItem(name));
  const frame = form.querySelector(".crop");
  const canvas = frame.querySelector("canvas");
  const ratio = Number(form.dataset.portrait);
  let picture = null;
  let centre = { x: 0.5, y: 0.5 };

  // The shares of the picture that show: width and height by the zoom, the place by the centre.
  function shown() {
    const zoom = Number(tool.value);
    const own = picture.width / picture.height;
    const width = Math.min(1, ratio / own) / zoom;
    const height = Math.min(1, own / ratio) / zoom;
    centre.x = Math.min(Math.max(centre.x, width / 2), 1 - width / 2);
    centre.y = Math.min(Math.max(centre.y, height / 2), 1 - height / 2);
    return { left: centre.x - width / 2, top: centre.y - height / 2, width, height };
  }

  function draw() {
    const { left, top, width, height } = shown();
    crop.value = [left, top, width, height].map((share) => share.toFixed(5)).join(",");
    canvas.getContext("2d").drawImage(picture, left * picture.width, top * picture.height, width * picture.width, height * picture.height, 0, 0, canvas.width, canvas.height);
  }

  function move(x, y) {
    const { width, height } = shown();
    centre = { x: centre.x - (x / canvas.clientWidth) * width, y: centre.y - (y / canvas.clientHeight) * height };
    draw();
  }

  file.addEventListener("change", async () => {
    crop.value = "";
    frame.parentElement.hidden = true;
    if (!file.files.length) return;
    try {
      picture = await createImageBitmap(file.files[0]);
    } catch {
      return; // the server says what is wrong with it
    }
    centre = { x: 0.5, y: 0.5 };
    tool.value = 1;
    frame.parentElement.hidden = false;
    draw();
  });
  tool.addEventListener("input", draw);
  frame.addEventListener("pointerdown", (event) => frame.setPointerCapture(event.pointerId));
  frame.addEventListener("pointermove", (event) => event.buttons && move(event.movementX, event.movementY));
  frame.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [12, 0], ArrowRight: [-12, 0], ArrowUp: [0, 12], ArrowDown: [0, -12] }[event.key];
    if (!step) return;
    event.preventDefault();
    move(...step);
  });
}

document.querySelectorAll("form[data-portrait]").forEach(begin);

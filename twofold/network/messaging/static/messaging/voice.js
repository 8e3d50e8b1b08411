// A voice note: recorded in the browser, heard before it is sent, and sent with the form as a file like any other.
import { toast } from "../web/js/toast.js";

const LONGEST = 600;
const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];

export function recorder(form, chosen) {
  const button = form.querySelector("[data-record]");
  const field = form.elements.voice;
  const kind = globalThis.MediaRecorder && KINDS.find((each) => MediaRecorder.isTypeSupported(each));
  if (!button || !field || !kind || !navigator.mediaDevices) return;
  field.closest("label").hidden = true;
  button.hidden = false;

  const bar = document.getElementById("recording");
  const clock = bar.querySelector("[data-time]");
  let machine = null, ticks = 0, seconds = 0;

  function count() {
    seconds += 1;
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (seconds >= LONGEST) machine?.stop();
  }

  function keep(parts) {
    const type = kind.split(";")[0];
    const file = new File(parts, `${button.dataset.named}.${type.split("/")[1]}`, { type });
    const held = new DataTransfer();
    held.items.add(file);
    field.files = held.files;
    chosen();
    form.querySelector("audio.heard")?.remove();
    const player = document.createElement("audio");
    player.controls = true;
    player.className = "heard";
    player.src = URL.createObjectURL(file);
    form.querySelector(".write-more").before(player);
    player.focus();
  }

  button.addEventListener("click", async () => {
    if (machine) return;
    let line = null;
    try {
      line = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      toast(button.dataset.refused, { kind: "error", seconds: 12 });
      return;
    }
    const parts = [];
    machine = new MediaRecorder(line, { mimeType: kind });
    machine.addEventListener("dataavailable", (event) => { if (event.data.size) parts.push(event.data); });
    machine.addEventListener("stop", () => {
      clearInterval(ticks);
      for (const track of line.getTracks()) track.stop();
      machine = null;
      bar.hidden = true;
      button.disabled = false;
      if (parts.length) keep(parts);
    });
    seconds = -1;
    count();
    ticks = setInterval(count, 1000);
    machine.start(1000);
    button.disabled = true;
    bar.hidden = false;
    bar.querySelector("[data-stop]").focus();
  });
  bar.querySelector("[data-stop]").addEventListener("click", () => machine?.stop());
}

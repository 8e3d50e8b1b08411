// Light, dark or the system's: kept by the server in a cookie, shown here without a reload.
import { secret } from "./requests.js";

document.addEventListener("submit", async (event) => {
  const chosen = event.submitter;
  const choice = chosen?.closest("[data-theme-choice]");
  if (!choice) return;
  event.preventDefault();
  if (chosen.value) document.documentElement.dataset.theme = chosen.value;
  else delete document.documentElement.dataset.theme;
  for (const button of choice.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button === chosen));
  }
  const body = new FormData();
  body.set("theme", chosen.value);
  await fetch(chosen.formAction, {
    method: "POST", body, redirect: "manual", headers: { "X-CSRFToken": secret() },
  });
});

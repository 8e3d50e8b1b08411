// Light, dark or the system's: kept by the server in a cookie, shown here without a reload.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-theme-form]")) return;
  event.preventDefault();
  const chosen = event.submitter;
  const fields = new FormData(form, chosen);
  if (chosen.value) document.documentElement.dataset.theme = chosen.value;
  else delete document.documentElement.dataset.theme;
  for (const button of form.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button === chosen));
  }
  await fetch(form.action, { method: "POST", body: fields, redirect: "manual" });
});

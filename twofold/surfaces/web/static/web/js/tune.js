// What a slider stands at is written beside it while it moves; the preview comes by itself.
for (const form of document.querySelectorAll("[data-tune]")) {
  form.addEventListener("input", (event) => {
    const beside = event.target.parentElement?.querySelector("output");
    if (event.target.type === "range" && beside) beside.value = `${event.target.value} %`;
  });
}

// An address that is there to be copied gets a button that does so; without this, it is copied as any text is.
import { toast } from "./toast.js";
import { words } from "./words.js";

export function enhance(root) {
  for (const field of root.querySelectorAll("input[data-copy]")) {
    if (!navigator.clipboard) return;
    const row = document.createElement("span");
    const button = document.createElement("button");
    row.className = "copy-row";
    button.type = "button";
    button.className = "btn soft";
    button.textContent = words("copy");
    field.removeAttribute("data-copy");
    field.replaceWith(row);
    row.append(field, button);
    button.addEventListener("click", () => {
      field.select();
      navigator.clipboard.writeText(field.value).then(() => toast(words("copied"), { seconds: 3 }), () => {});
    });
  }
}

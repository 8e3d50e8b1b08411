// The words that script shows, in the page's language; they stand in the page as data.
const kept = JSON.parse(document.getElementById("script-words")?.textContent || "{}");

export const language = document.documentElement.lang || "en";
export const network = document.documentElement.dataset.network || "";

export function words(key, values = {}) {
  return (kept[key] || key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

// The form of a phrase that goes with a number; the page holds one for each form its language has.
const rules = new Intl.PluralRules(language);
export function counted(key, count) {
  return (kept[`${key}.${rules.select(count)}`] || kept[`${key}.other`] || "{n}")
    .replace("{n}", new Intl.NumberFormat(language).format(count));
}

export function say(text) {
  const place = document.getElementById("live");
  if (!place) return;
  place.textContent = "";
  requestAnimationFrame(() => { place.textContent = text; });
}

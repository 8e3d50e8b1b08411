// Works beside the pages of one network, as far as its address reaches: notes from the server, the last feed and a page
// for when there is no line, and messages that wait. `app` stands in front of this; the other network has its own.
importScripts(app.outbox);

const SHELL = `${app.network}:shell`, FEED = `${app.network}:feed`;
const DAYS = 7, KEPT = "Kept-At", WHOSE = "Twofold-For";

addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(app.shell)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => event.waitUntil(tidy().then(() => clients.claim())));

async function tidy() {
  const cache = await caches.open(SHELL), wanted = new Set(app.shell);
  for (const each of await cache.keys()) {
    const { pathname, search } = new URL(each.url);
    if (!wanted.has(pathname + search)) await cache.delete(each);
  }
}

addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" && url.pathname.startsWith(app.home)) event.respondWith(page(event, url));
  else if (app.shell.includes(url.pathname) || /^\/(static|look)\//.test(url.pathname)) event.respondWith(file(request));
});

// Files never change under their name: what is here need not be fetched.
async function file(request) {
  const kept = await caches.match(request, { cacheName: SHELL });
  return kept || fetch(request);
}

// The line first, always. Only where there is none, the last feed; or a page that says so.
async function page(event, url) {
  try {
    const answer = await fetch(event.request);
    event.waitUntil(keep(url, answer.clone()));
    return answer;
  } catch {
    return (url.pathname === app.home && await last()) || caches.match(app.offline, { cacheName: SHELL });
  }
}

// The feed is kept where its owner switched that on (then there is such a cache), and only theirs: whoever else comes
// to this browser, or nobody any more, makes it forget.
async function keep(url, answer) {
  const home = url.pathname === app.home && !url.search;
  if (answer.type === "opaqueredirect") return home ? forget("") : undefined;
  if (!answer.ok || !/^text\/html/.test(answer.headers.get("Content-Type") || "")) return;
  const whose = answer.headers.get(WHOSE) || "";
  await forget(whose);
  if (!home || !whose || !(await caches.has(FEED))) return;
  const headers = new Headers(answer.headers);
  headers.set(KEPT, String(Date.now()));
  const cache = await caches.open(FEED);
  await cache.put(app.home, new Response(await answer.blob(), { headers }));
  const shell = await caches.open(SHELL);
  for (const each of files(await (await cache.match(app.home)).text())) {
    if (!(await shell.match(each))) await shell.add(each).catch(() => {});
  }
}

// Sheets and scripts that this page wears besides the common ones; they say nothing of anybody.
function files(text) {
  return [...text.matchAll(/(?:href|src)="(\/(?:look|static)\/[^"#]+)"/g)].map((found) => found[1]);
}

async function last() {
  if (!(await caches.has(FEED))) return null;
  const kept = await (await caches.open(FEED)).match(app.home);
  if (!kept || Date.now() - Number(kept.headers.get(KEPT)) > DAYS * 86_400_000) return null;
  return kept;
}

// What belongs to anybody but `whose` goes.
async function forget(whose) {
  await outbox.only(app.network, whose);
  if (!(await caches.has(FEED))) return;
  const cache = await caches.open(FEED), kept = await cache.match(app.home);
  if (kept && kept.headers.get(WHOSE) !== whose) await caches.delete(FEED);
}

addEventListener("message", (event) => {
  if (event.data === "feed") event.waitUntil(fetch(app.home).then((answer) => keep(new URL(app.home, location), answer)));
});

addEventListener("push", (event) => {
  const note = event.data?.json() ?? {};
  event.waitUntil(Promise.all([
    registration.showNotification(note.title || app.network, {
      body: note.body, tag: note.tag, lang: note.lang, icon: app.icon, badge: app.icon, data: { place: note.place },
    }),
    navigator.setAppBadge?.(note.waiting || 0),
  ]));
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  const place = String(event.notification.data?.place || app.home);
  if (place.startsWith(app.home)) event.waitUntil(show(place));
});

async function show(place) {
  const open = await clients.matchAll({ type: "window" });
  const here = open.find((each) => new URL(each.url).pathname.startsWith(app.home));
  if (!here) return clients.openWindow(place);
  await here.focus();
  return here.navigate(place).catch(() => clients.openWindow(place));
}

// The browser says that there is a line again, also when no page is open.
addEventListener("sync", (event) => {
  if (event.tag === "outbox") event.waitUntil(outbox.flush(app.network));
});

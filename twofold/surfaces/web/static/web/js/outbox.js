// Forms that wait for a line, in this browser, for one network: put in by pages, sent by pages or by the worker, whoever
// comes first. Each carries its key, by which the server knows what it has had already: once is once.
// No module: the worker reads it too.
(() => {
  const STORE = "outbox";

  function base(network) {
    return new Promise((done, fail) => {
      const asked = indexedDB.open(`twofold:${network}`, 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "once" });
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
  }

  async function within(network, mode, act) {
    const opened = await base(network);
    try {
      return await new Promise((done, fail) => {
        const change = opened.transaction(STORE, mode);
        const asked = act(change.objectStore(STORE));
        change.oncomplete = () => done(asked?.result);
        change.onerror = () => fail(change.error);
      });
    } finally {
      opened.close();
    }
  }

  const put = (network, entry) => within(network, "readwrite", (store) => store.put(entry));
  const drop = (network, once) => within(network, "readwrite", (store) => store.delete(once));
  async function all(network) {
    const found = await within(network, "readonly", (store) => store.getAll());
    return found.sort((one, other) => one.at - other.at);
  }

  // Whoever else comes to this browser neither reads nor sends what waits.
  async function only(network, whose) {
    for (const each of await all(network)) if (each.whose !== whose) await drop(network, each.once);
  }

  async function send(entry) {
    const body = new FormData();
    for (const [name, value] of entry.fields) body.append(name, value);
    const secret = entry.fields.find(([name]) => name === "csrfmiddlewaretoken")?.[1] || "";
    return fetch(entry.address, {
      method: "POST", body, credentials: "same-origin",
      headers: { "HX-Request": "true", "X-CSRFToken": self.outbox.secret?.() || secret, "Twofold-For": entry.whose },
    });
  }

  // In the order in which they were written, until the line breaks. Answers how many still wait.
  async function flush(network, each = () => {}) {
    for (const entry of await all(network)) {
      if (entry.problem) continue;
      let answer;
      try { answer = await send(entry); } catch { break; }
      if (answer.ok || answer.status === 409) await drop(network, entry.once);
      // What nobody wrote has no words to give back.
      else if (entry.quiet && [403, 404, 422].includes(answer.status)) await drop(network, entry.once);
      else if (answer.status === 422) await put(network, { ...entry, problem: await answer.text() });
      else if (answer.status === 404) await put(network, { ...entry, problem: "404" });
      else break;
      each(entry, answer);
    }
    return (await all(network)).filter((entry) => !entry.problem).length;
  }

  self.outbox = { put, drop, all, only, flush };
})();

// Passkeys on plain forms: a form with data-passkey gets its `credential` from the browser before it is sent.
//   get     the options stand in the form (signing in as a second step, or showing that it is you)
//   create  the options stand in the form (a new passkey)
//   login   the options are fetched from the form's own address

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const words = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const known = (list) => (list ?? []).map((each) => ({ ...each, id: bytes(each.id) }));

async function make(options, passwordless) {
  const { publicKey } = options;
  const selection = { ...publicKey.authenticatorSelection };
  if (passwordless !== null) {
    selection.residentKey = passwordless ? "required" : "discouraged";
    selection.requireResidentKey = passwordless;
    if (passwordless) selection.userVerification = "required";
  }
  const made = await navigator.credentials.create({
    publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      user: { ...publicKey.user, id: bytes(publicKey.user.id) },
      excludeCredentials: known(publicKey.excludeCredentials),
      authenticatorSelection: selection,
    },
  });
  return plain(made, {
    attestationObject: words(made.response.attestationObject),
    transports: made.response.getTransports?.() ?? [],
  });
}

async function ask({ publicKey }) {
  const found = await navigator.credentials.get({
    publicKey: { ...publicKey, challenge: bytes(publicKey.challenge), allowCredentials: known(publicKey.allowCredentials) },
  });
  return plain(found, {
    authenticatorData: words(found.response.authenticatorData),
    signature: words(found.response.signature),
    userHandle: found.response.userHandle ? words(found.response.userHandle) : null,
  });
}

function plain(credential, response) {
  return {
    type: credential.type,
    id: credential.id,
    rawId: words(credential.rawId),
    authenticatorAttachment: credential.authenticatorAttachment,
    response: { clientDataJSON: words(credential.response.clientDataJSON), ...response },
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

async function options(form) {
  const kept = form.querySelector("script[type='application/json']");
  if (kept) return JSON.parse(kept.textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" } });
  if (!answer.ok) throw new Error(`no options: ${answer.status}`);
  return answer.json();
}

async function fill(form) {
  const { creation_options, request_options } = await options(form);
  const choice = form.elements.namedItem("passwordless");
  const credential = creation_options ? await make(creation_options, choice ? choice.checked : null) : await ask(request_options);
  form.elements.namedItem("credential").value = JSON.stringify(credential);
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const problem = form.querySelector("[role='alert'].error-line");
    problem.hidden = true;
    try {
      await fill(form);
      form.submit();
    } catch {
      problem.hidden = false;
    }
  });
}

// Passkeys. The server gives the options as JSON and takes the credential as JSON in a hidden field.
//
//   <form method="post" data-passkey="create|get" data-options="/…/passkey-options" data-failed="Det gikk ikke. …">
//     <input type="hidden" name="credential"> <button> <p class="rf-invalid" data-passkey-error hidden>

import { tokenHeader } from "./token.js";

async function askFor(form) {
  const body = new FormData(form);
  const headers = { ...tokenHeader(), Accept: "application/json" };
  const answer = await fetch(form.dataset.options, { method: "POST", body, headers });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function credential(kind, options) {
  if (kind === "create") {
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  }
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

async function use(form) {
  const error = form.querySelector("[data-passkey-error]");
  if (error) error.hidden = true;
  try {
    const made = await credential(form.dataset.passkey, await askFor(form));
    form.elements.credential.value = JSON.stringify(made.toJSON());
    form.submit();
  } catch {
    // Cancelled, refused or not there at all: the same words serve, and the person can choose another way.
    if (!error) return;
    error.lastChild.textContent = form.dataset.failed;
    error.hidden = false;
  }
}

export function startPasskeys() {
  const supported = typeof window.PublicKeyCredential?.parseCreationOptionsFromJSON === "function";
  for (const form of document.querySelectorAll("[data-passkey]")) form.hidden = !supported;
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-passkey]");
    if (!form) return;
    event.preventDefault();
    use(form);
  });
}

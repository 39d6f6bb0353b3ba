// Passkeys. The server gives the options as JSON and takes the credential as JSON in a hidden field.
//
//   <form method="post" data-passkey="create|get" data-options="/…/passkey-options" data-failed="Det gikk ikke. …">
//     <input type="hidden" name="credential"> <button> <p class="rf-invalid" data-passkey-error hidden>
//
// Where a form takes a password too, a button of type "button" carries data-passkey, data-options and data-failed instead.

import { tokenHeader } from "./token.js";

async function askFor(form, address) {
  const body = new FormData(form);
  const headers = { ...tokenHeader(), Accept: "application/json" };
  const answer = await fetch(address, { method: "POST", body, headers });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function credential(kind, options) {
  if (kind === "create") {
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  }
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

async function use(form, how) {
  const error = form.querySelector("[data-passkey-error]");
  if (error) error.hidden = true;
  try {
    const made = await credential(how.passkey, await askFor(form, how.options));
    form.elements.credential.value = JSON.stringify(made.toJSON());
    form.submit();
  } catch {
    // Cancelled, refused or not there at all: the same words serve, and the person can choose another way.
    if (!error) return;
    error.lastChild.textContent = how.failed;
    error.hidden = false;
  }
}

export function startPasskeys() {
  const supported = typeof window.PublicKeyCredential?.parseCreationOptionsFromJSON === "function";
  for (const offer of document.querySelectorAll("[data-passkey], [data-passkey-offer]")) offer.hidden = !supported;
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-passkey]");
    if (!form) return;
    event.preventDefault();
    use(form, form.dataset);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-passkey]");
    if (button) use(button.form, button.dataset);
  });
}

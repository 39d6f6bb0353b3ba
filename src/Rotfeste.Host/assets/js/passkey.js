// Passkeys. The server gives the options as JSON and takes the credential as JSON in the form's hidden field.
//
//   <form method="post" data-passkey="create|get" data-options="/…/options" data-failed="Det gikk ikke. …" hidden>
//     <input type="hidden" name="credential"> <button> <p class="rf-invalid" data-passkey-error hidden><Mark …/><span></span></p>
//
// Inside a form that can do without, the same three attributes stand on a <button type="button">.
// Everything hidden that carries data-passkey or data-passkey-offer shows itself where the browser can.

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

async function use(form, asked) {
  const error = form.querySelector("[data-passkey-error]");
  if (error) error.hidden = true;
  try {
    const made = await credential(asked.passkey, await askFor(form, asked.options));
    form.elements.credential.value = JSON.stringify(made.toJSON());
    form.submit();
  } catch {
    // Cancelled, refused or not there at all: the same words serve, and the person can choose another way.
    if (!error) return;
    error.lastElementChild.textContent = asked.failed;
    error.hidden = false;
  }
}

export function startPasskeys() {
  if (typeof window.PublicKeyCredential?.parseCreationOptionsFromJSON !== "function") return;
  for (const element of document.querySelectorAll("[data-passkey], [data-passkey-offer]")) element.hidden = false;
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.passkey === undefined) return;
    event.preventDefault();
    use(event.target, event.target.dataset);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-passkey]");
    if (button) use(button.form, button.dataset);
  });
}

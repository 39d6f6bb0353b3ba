// Forms of several fields that are kept as they are being written: <form data-keeps data-draft="/…/draft">.

import { Draft } from "./drafts.js";

/** All that is typed, as one value that changes when anything does. */
const whole = (form) => ({
  get value() {
    return new URLSearchParams(new FormData(form)).toString();
  },
});

function start(form) {
  const draft = new Draft(form, whole(form));
  form.addEventListener("input", () => {
    form.removeAttribute("data-sent");
    draft.later();
  });
  form.addEventListener("submit", () => {
    form.toggleAttribute("data-sent", true);
    draft.stop();
  });
  window.addEventListener("pagehide", () => draft.leave());
  document.addEventListener("visibilitychange", () => document.hidden && draft.leave());
}

export function startKeeping() {
  document.querySelectorAll("form[data-keeps]").forEach(start);
}

// Writing an answer. The form stands outside what live updates swap, so nothing typed is ever replaced.
//
//   <form data-composer data-letters="300" data-bytes="3000" data-ending=" – Kari, Kundetorget"
//         data-words-used="{0} av {1} tegn" data-words-over="{0} tegn for mye" data-words-bytes="{0} byte for mye"
//         data-draft="/…/draft" data-draft-lost="Utkastet er ikke lagret. Prøver igjen">
//     <textarea name="text">  <span data-measure><meter></meter><span></span></span>  <span data-draft-state>
//     <button data-sends>

import { Draft } from "./drafts.js";
import { measure, room } from "./measure.js";

const fewLeft = 20;
const number = new Intl.NumberFormat(document.documentElement.lang);

const fill = (words, ...values) => words.replace(/\{(\d)\}/g, (_, index) => number.format(values[index]));

function show(form, text) {
  const place = form.querySelector("[data-measure]");
  if (!place) return;
  const data = form.dataset;
  const letters = Number(data.letters);
  const now = room(measure(text.value, data.ending), letters, Number(data.bytes ?? 0));
  const words = now.overBytes > 0 ? fill(data.wordsBytes, now.overBytes)
    : now.over ? fill(data.wordsOver, -now.left)
    : fill(data.wordsUsed, now.used, letters);
  place.dataset.left = now.over ? "over" : now.left < fewLeft ? "few" : "enough";
  place.querySelector("span").textContent = words;
  const meter = place.querySelector("meter");
  if (meter) meter.value = Math.min(now.used, letters);
}

function start(form) {
  if (form.dataset.started !== undefined) return;
  form.dataset.started = "";
  const text = form.querySelector("textarea");
  const draft = form.dataset.draft ? new Draft(form, text) : undefined;
  text.addEventListener("input", () => {
    form.removeAttribute("data-sent");
    show(form, text);
    draft?.later();
  });
  form.addEventListener("change", () => show(form, text));
  form.addEventListener("submit", (event) => {
    if (event.submitter?.dataset.sends === undefined) return;
    form.toggleAttribute("data-sent", true);
    draft?.stop();
  });
  window.addEventListener("pagehide", () => form.isConnected && draft?.leave());
  document.addEventListener("visibilitychange", () => document.hidden && form.isConnected && draft?.leave());
  show(form, text);
}

export function startComposers() {
  const all = () => document.querySelectorAll("[data-composer]").forEach(start);
  all();
  document.addEventListener("htmx:after:swap", all);
}

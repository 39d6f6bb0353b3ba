// Writing an answer. The form stands outside what live updates swap, so nothing typed is ever replaced.
//
//   <form data-composer data-draft="/…/draft">
//     <textarea name="text"></textarea>  <Measure …/>  <DraftState …/>  <button data-sends>

import { Draft } from "./drafts.js";
import { measure, room } from "./measure.js";

const fewLeft = 20;
const number = new Intl.NumberFormat(document.documentElement.lang);

const fill = (words, ...values) => words.replace(/\{(\d)\}/g, (_, index) => number.format(values[index]));

function words(data, now) {
  if (now.overBytes > 0) return fill(data.wordsBytes, now.overBytes);
  if (now.over) return fill(now.left === -1 ? data.wordsOverOne : data.wordsOver, -now.left);
  return fill(data.wordsUsed, now.used, now.used + now.left);
}

function show(form, text) {
  const place = form.querySelector("[data-measure]");
  if (!place) return;
  const data = place.dataset;
  const now = room(measure(text.value, data.ending, Number(data.before), Number(data.link)), Number(data.letters), Number(data.bytes));
  data.left = now.over ? "over" : now.left < fewLeft ? "few" : "enough";
  place.querySelector("meter").value = now.used;
  place.querySelector("span").textContent = words(data, now);
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

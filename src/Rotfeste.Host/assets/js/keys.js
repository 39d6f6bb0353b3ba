// Single keys, for those who work here all day. They are silent while one writes.

import { letIn } from "./announce.js";

const isWriting = (target) => target.isContentEditable || target.matches("input, textarea, select");

function move(step) {
  const rows = [...document.querySelectorAll("[data-row]")];
  if (rows.length === 0) return;
  const focused = rows.indexOf(document.activeElement?.closest("[data-row]"));
  const at = focused >= 0 ? focused : rows.findIndex((row) => row.matches("[aria-current]"));
  const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

const keys = {
  "/": () => visible("[data-key='/']")?.focus(),
  "?": () => document.getElementById("keys")?.showModal(),
  j: () => move(1),
  k: () => move(-1),
  n: () => {
    const button = document.querySelector(".rf-new[data-waiting]");
    if (button) letIn(button.closest("[data-announce]"));
  },
  r: () => visible("[data-composer] textarea")?.focus(),
};

const visible = (selector) => [...document.querySelectorAll(selector)].find((element) => element.checkVisibility());

export function startKeys() {
  document.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isWriting(event.target) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    act();
  });
}

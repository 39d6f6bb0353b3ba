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

// What a key does beyond these stands in the markup: data-key on the button, the menu or the field that it reaches.
function reach(key) {
  const named = `[data-key="${CSS.escape(key)}"]`;

  // A button in a closed menu is pressed all the same: one key is what it is for.
  const target = visible(named) ?? document.querySelector(`button${named}`);
  if (!target) return null;
  return () => {
    target.focus();
    if (target.matches("button, summary, a")) target.click();
    target.closest("details[open]")?.querySelector("textarea")?.focus();
  };
}

const areOn = () => localStorage.getItem("keys") !== "off";

export function startKeys() {
  const choice = document.querySelector("[data-keys-on]");
  if (choice) {
    choice.checked = areOn();
    choice.addEventListener("change", () => localStorage.setItem("keys", choice.checked ? "on" : "off"));
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !areOn()) return;
    if (isWriting(event.target) || document.querySelector("dialog[open]")) return;
    const act = keys[event.key] ?? (event.key.length === 1 ? reach(event.key) : null);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

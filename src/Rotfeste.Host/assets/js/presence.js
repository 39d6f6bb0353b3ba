// Who else has a conversation open. The page says that it is open while it can be seen, and gets the others' names back.
//
//   <span data-presence="/…/presence" data-topics="presence-…">names</span>

import { tokenHeader } from "./token.js";

const beat = 20_000;
const pause = 12_000;

let typedAt = -pause;
let said;
let timer;

const place = () => document.querySelector("[data-presence]");
const sign = () => (performance.now() - typedAt < pause ? "writing" : "looking");

/** Only what changed is put in: a reader of the screen hears each change once. */
function show(text) {
  const here = place();
  const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("[data-presence]");
  if (here && fresh && here.textContent !== fresh.textContent) here.replaceChildren(...fresh.childNodes);
}

async function say(what) {
  const here = place();
  if (!here) return;
  clearTimeout(timer);
  said = what;
  const isLeaving = what === "gone";
  if (!isLeaving) timer = setTimeout(() => say(sign()), what === "writing" ? pause : beat);
  try {
    const answer = await fetch(here.dataset.presence, {
      method: "POST", body: new URLSearchParams({ sign: what }), keepalive: isLeaving, headers: tokenHeader(),
    });
    if (answer.ok && !isLeaving) show(await answer.text());
  } catch {
    // The next beat tries again.
  }
}

export function startPresence() {
  const leave = () => said !== "gone" && say("gone");
  const come = () => document.hidden || say(sign());
  // A topic is told to its element alone: it is caught on the way down.
  document.addEventListener("live", (event) => event.target === place() && come(), true);
  document.addEventListener("input", (event) => {
    if (!event.target.closest("[data-composer]")) return;
    typedAt = performance.now();
    if (said !== "writing") say("writing");
  });
  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : come()));
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", (event) => event.persisted && come());
  come();
}

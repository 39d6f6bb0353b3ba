// What is being written is kept: 800 ms after the typing stops, and when the page goes away.

import { tokenHeader } from "./token.js";

const pause = 800;

/** Keeps the form's draft at the address in data-draft; says how it went in [data-draft-state]. */
export class Draft {
  #form;
  #text;
  #timer;
  #kept;
  #left;
  #sending = Promise.resolve();

  constructor(form, text) {
    this.#form = form;
    this.#text = text;
    this.#kept = text.value;
  }

  later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), pause);
  }

  /** The text is on its way out: nothing more to keep. */
  stop() {
    clearTimeout(this.#timer);
  }

  /** Keeps it now; later texts wait for earlier ones, so that the last typed is the last stored. */
  keep() {
    clearTimeout(this.#timer);
    this.#sending = this.#sending.then(() => this.#send(false));
    return this.#sending;
  }

  /** The page is going: the browser carries this one on alone. */
  leave() {
    clearTimeout(this.#timer);
    const isSent = this.#form.hasAttribute("data-sent");
    // Hiding and leaving come one after the other: once is enough.
    if (isSent || this.#text.value === this.#left) return;
    this.#left = this.#text.value;
    this.#send(true);
  }

  async #send(keepalive) {
    const value = this.#text.value;
    if (value === this.#kept) return;
    const body = new FormData(this.#form);
    try {
      const answer = await fetch(this.#form.dataset.draft, {
        method: "POST", body, keepalive, headers: { ...tokenHeader(), Accept: "text/plain" },
      });
      if (!answer.ok) throw new Error(String(answer.status));
      this.#kept = value;
      this.#say(await answer.text());
    } catch {
      this.#left = undefined;
      this.#say(this.#form.querySelector("[data-draft-state]")?.dataset.lost);
      this.#timer = setTimeout(() => this.keep(), 5_000);
    }
  }

  #say(words) {
    const place = this.#form.querySelector("[data-draft-state]");
    if (place && words) place.textContent = words;
  }
}

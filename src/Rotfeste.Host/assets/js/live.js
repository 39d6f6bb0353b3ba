// The page changes by itself. The server names topics; whatever cares for a topic carries it in data-topics
// and fetches itself again on the event "live": <div data-topics="inbox" hx-get="…" hx-trigger="live">.

const firstWait = 1_000;
const longestWait = 30_000;

/** Tells the elements that care for a topic; without a topic, all that care for any. */
export function tell(topic) {
  const selector = topic === undefined ? "[data-topics]" : `[data-topics~="${CSS.escape(topic)}"]`;
  for (const element of document.querySelectorAll(selector)) {
    element.dispatchEvent(new CustomEvent("live", { detail: { topic }, bubbles: false }));
  }
}

/** Listens at the address while the page can be seen. */
export function startLive(address) {
  if (!address) return;
  let source;
  let wait = firstWait;
  let timer;
  let missed = false;

  // Browsers allow six connections a host over HTTP/1.1: a hidden tab gives its own back.
  function close() {
    clearTimeout(timer);
    source?.close();
    source = undefined;
    missed = true;
  }

  function open() {
    if (source || document.hidden) return;
    source = new EventSource(address);
    source.addEventListener("hello", () => {
      wait = firstWait;
      if (missed) tell();
      missed = false;
    });
    source.addEventListener("topic", (event) => tell(event.data));
    source.addEventListener("error", () => {
      close();
      // Spread out, so that all pages do not come back in the same instant after a restart.
      timer = setTimeout(open, wait * (0.5 + Math.random()));
      wait = Math.min(wait * 2, longestWait);
    });
  }

  function reopen() {
    wait = firstWait;
    close();
    open();
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? close() : reopen()));
  window.addEventListener("online", reopen);
  window.addEventListener("pagehide", close);
  // A page that comes back from the browser's memory missed whatever happened meanwhile.
  window.addEventListener("pageshow", (event) => event.persisted && reopen());
  open();
}

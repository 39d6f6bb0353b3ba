// New rows announce themselves and come in on click while the list is scrolled or has focus.
//
//   <div class="rf-rows" data-announce data-topics="inbox" hx-get="…" hx-trigger="live" hx-swap="outerMorph">
//     <NewRows />
//     <a data-row="…id…">…</a>
//
// A list that is at its top and without focus takes new rows in at once.

const isBusy = (list) => list.scrollTop > 8 || list.contains(document.activeElement);

const rowIds = (root) => [...root.querySelectorAll("[data-row]")].map((row) => row.dataset.row);

function say(list, count) {
  const button = list.querySelector(".rf-new");
  if (!button) return;
  button.textContent = (count === 1 ? button.dataset.one : button.dataset.other).replace("{0}", count);
  button.toggleAttribute("data-waiting", count > 0);
}

/** Holds back a swap that would move rows under somebody's eyes. */
function hold(event) {
  const { ctx } = event.detail;
  const list = ctx.target?.closest?.("[data-announce]");
  if (!list || list.dataset.letIn !== undefined || !isBusy(list)) return;
  const arriving = new DOMParser().parseFromString(ctx.text ?? "", "text/html");
  const known = new Set(rowIds(list));
  const fresh = rowIds(arriving).filter((id) => !known.has(id));
  if (fresh.length === 0) return;
  event.preventDefault();
  say(list, fresh.length);
}

/** Lets the new rows in. */
export function letIn(list) {
  list.dataset.letIn = "";
  list.scrollTop = 0;
  list.dispatchEvent(new CustomEvent("live"));
}

export function startAnnouncing() {
  document.addEventListener("htmx:before:swap", hold);
  document.addEventListener("htmx:after:swap", () => {
    for (const list of document.querySelectorAll("[data-let-in]")) delete list.dataset.letIn;
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".rf-new");
    if (button) letIn(button.closest("[data-announce]"));
  });
}

// Menus are <details> and dialogs are <dialog>: they open without script, this closes them as people expect.

function closeOthers(inside) {
  for (const menu of document.querySelectorAll(".rf-menu[open]")) {
    if (!menu.contains(inside)) menu.open = false;
  }
}

export function startMenus() {
  document.addEventListener("click", (event) => {
    closeOthers(event.target);
    const button = event.target.closest("[data-show]");
    if (button) document.getElementById(button.dataset.show)?.showModal();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.activeElement?.closest(".rf-menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

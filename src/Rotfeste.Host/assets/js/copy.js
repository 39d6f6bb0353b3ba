// <button data-copy="#link" data-done="Kopiert">: copies the field's value and says so.

async function copy(button) {
  const field = document.querySelector(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Without permission or over plain http: mark it, so that the keys can do it.
    field.select();
    return;
  }
  button.textContent = button.dataset.done;
}

export function startCopying() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });
}

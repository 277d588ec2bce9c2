// Keys for the card in front of a teacher: they work only while the card, or a button in it, has the focus. Whoever types a reason types.

const card = document.querySelector("[data-queue]");

/** @param {KeyboardEvent} event */
function press(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.target.closest("input, select, textarea")) {
    return;
  }

  const target = [...card.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key.toLowerCase());
  if (!target) {
    return;
  }

  event.preventDefault();
  if (target.matches("input")) {
    target.focus();
  } else {
    target.click();
  }
}

if (card) {
  card.addEventListener("keydown", press);

  // Out of the reason, the keys work again.
  card.addEventListener("keyup", (event) => {
    if (event.key === "Escape") {
      card.focus();
    }
  });
  card.focus({ preventScroll: true });
}

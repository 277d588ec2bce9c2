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

  // Nobody judges a photo that is not there yet.
  const photo = card.querySelector("img");
  if (photo && !photo.complete && !target.matches("a, input")) {
    return;
  }

  event.preventDefault();
  if (target.matches("input")) {
    target.focus();
  } else {
    target.click();
  }
}

/** Once is enough: the second of two quick keys would be about nobody. */
function sendOnce(event) {
  if (card.dataset.sent) {
    event.preventDefault();
    return;
  }

  card.dataset.sent = "yes";
  rememberName(event.target.elements.by?.value);
}

// Whose credential names nobody types a name; in this tab it is typed once.
function rememberName(name) {
  if (name) {
    sessionStorage.setItem("by", name);
  }
}

if (card) {
  card.addEventListener("keydown", press);
  card.addEventListener("submit", sendOnce);

  // Back in the history the page is as it was left.
  addEventListener("pageshow", () => delete card.dataset.sent);
  for (const field of card.querySelectorAll("input[name=by]:not([type=hidden])")) {
    field.value ||= sessionStorage.getItem("by") ?? "";
  }

  // Out of the reason, the keys work again.
  card.addEventListener("keyup", (event) => {
    if (event.key === "Escape") {
      card.focus();
    }
  });
  card.focus({ preventScroll: true });
}

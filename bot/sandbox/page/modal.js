// The modal on top of the person's stack, and the app's Home tab.

import { act, say, store } from "./store.js";
import { byId, h, iconButton, redraw } from "./dom.js";
import { drawBlocks } from "./blocks.js";
import { plain } from "./text.js";

const placed = (view) => ({ place: { view_id: view.id }, key: view.id, state: view.state, errors: view.errors });

let dialog = null;

export function drawModal(view) {
  if (dialog && dialog.dataset.view !== view?.id) {
    dialog.close(); // gives the focus back to where it came from
    dialog.remove();
    dialog = null;
  }
  if (!view) return;
  if (!dialog) {
    // Escape asks the sandbox, as a modal below may come back; left to itself the browser would just close.
    const escape = (event) => {
      if (event.key !== "Escape" || event.target.closest("[popover]")) return;
      event.preventDefault();
      act("close", { view_id: view.id });
    };
    dialog = h("dialog.modal", { "aria-labelledby": "modal-title", "data-view": view.id, onkeydown: escape });
    document.body.append(dialog);
    dialog.showModal();
  }
  redraw(dialog, view, () => form(view));
  if (dialog.contains(document.activeElement) && document.activeElement !== dialog) return;
  const wrong = dialog.querySelector("[aria-invalid]");
  (wrong ?? dialog.querySelector("[autofocus]") ?? dialog.querySelector(".body input, .body select, .body textarea, footer button"))?.focus();
}

function form(view) {
  const close = () => act("close", { view_id: view.id });
  const closeAll = async () => {
    for (let top = view; top; ) top = (await act("close", { view_id: top.id }))?.modal;
  };
  const submit = async (event) => {
    event.preventDefault();
    const button = event.target.querySelector("button.primary");
    if (!button || button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    await act("submit", { view_id: view.id, state: store.forms.get(view.id) ?? {} });
    button.ariaBusy = "false";
    dialog?.querySelector("[aria-invalid]")?.focus();
  };
  return h(
    "form",
    { novalidate: true, onsubmit: submit },
    h(
      "header",
      {},
      view.depth > 1 && iconButton("back", say("Back", "Terug"), close),
      h("h2", { id: "modal-title" }, plain(view.title)),
      iconButton("close", say("Close", "Sluiten"), closeAll),
    ),
    view.problem && h("p.problem", { role: "alert" }, view.problem),
    h("div.body", {}, drawBlocks(view.blocks, placed(view))),
    h(
      "footer",
      {},
      h("button.plain", { type: "button", onclick: close }, view.close ? plain(view.close) : say("Cancel", "Annuleren")),
      view.submit && h("button.primary", { type: "submit" }, plain(view.submit)),
    ),
  );
}

export function drawHome(view) {
  redraw(byId("stage"), ["home", view], () =>
    view?.blocks?.length
      ? h("div.home", {}, drawBlocks(view.blocks, placed(view)))
      : h("div.empty", {}, h("p", {}, say("The app has not published a Home tab for this person yet.", "De app heeft voor deze persoon nog geen tabblad Home gepubliceerd."))),
  );
}

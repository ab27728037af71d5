// The few things that every part of the page draws with. Text only ever becomes a text node.

export function h(spec, props = {}, ...children) {
  const [tag, ...classes] = spec.split(".");
  const node = document.createElement(tag || "div");
  if (classes.length) node.className = classes.join(" ");
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in node && typeof value !== "string") node[name] = value;
    else if (name === "value") node.value = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const byId = (id) => document.getElementById(id);

/** Put the children in place only when `signature` changed, so focus and half-typed text survive a refresh. */
export function redraw(node, signature, make) {
  const key = JSON.stringify([document.documentElement.lang, signature]);
  if (node.drawn === key) return false;
  const focused = node.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  node.drawn = key;
  node.replaceChildren(...[make()].flat(9).filter(Boolean));
  if (focused) node.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  return true;
}

export const icon = (path) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(svg.namespaceURI, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
};

export const ICONS = {
  lock: "M6 9V7a4 4 0 0 1 8 0v2M5 9h10v8H5z",
  more: "M4 10a.7.7 0 1 0 .01 0M10 10a.7.7 0 1 0 .01 0M16 10a.7.7 0 1 0 .01 0",
  reply: "M3 4h14v9H9l-4 4v-4H3z",
  bolt: "M11 2 4 11h5l-1 7 8-10h-6z",
  clip: "M15 9l-5.5 5.5a3 3 0 0 1-4.3-4.3L11 4.5a2 2 0 0 1 3 3l-5.700 5.700",
  send: "M3 3.500 17 10 3 16.500l2-6.500zM5 10h6",
  close: "M5 5l10 10M15 5 5 15",
  clock: "M10 2.500a7.500 7.500 0 1 0 .01 0M10 6v4l3 2",
  eye: "M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 8a2 2 0 1 0 .01 0",
  people: "M7.500 9a3 3 0 1 0-.01 0M2 16c0-3 2.500-4.500 5.500-4.500S13 13 13 16M13 9a2.500 2.500 0 0 0 0-5M15 12c2 .5 3 2 3 4",
  menu: "M3 5h14M3 10h14M3 15h14",
  back: "M12 4l-6 6 6 6",
  file: "M5 2h7l4 4v12H5zM12 2v4h4",
  pulse: "M2 10h4l2-6 4 12 2-6h4",
};

export const iconButton = (name, label, onclick, props = {}) =>
  h("button.icon", { type: "button", "aria-label": label, title: label, onclick, ...props }, icon(ICONS[name]));

/** A menu under (or above) its button. Items: {label, hint, count, danger, run} or {heading}. */
export function menu(anchor, items) {
  const box = h("div.menu", { role: "menu", popover: "auto", tabindex: "-1" });
  const choose = (item) => () => (box.hidePopover(), anchor.focus(), item.run());
  box.append(
    ...items.map((item) =>
      item.heading
        ? h("div.heading", {}, item.heading)
        : h(
            item.danger ? "button.danger" : "button",
            { type: "button", role: "menuitem", tabindex: "-1", onclick: choose(item) },
            h("span", {}, item.label, item.count > 0 && h("span.count", { "aria-label": `${item.count} unread` }, String(item.count))),
            item.hint && h("small", {}, item.hint),
          ),
    ),
  );
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...box.querySelectorAll("button")];
    all.at((all.indexOf(document.activeElement) + step) % all.length)?.focus();
  });
  box.addEventListener("toggle", (event) => event.newState === "closed" && box.remove());
  (anchor.closest("dialog") ?? document.body).append(box);
  box.showPopover();
  const at = anchor.getBoundingClientRect();
  const below = at.bottom + box.offsetHeight + 8 < innerHeight;
  box.style.top = `${Math.max(8, below ? at.bottom + 4 : at.top - box.offsetHeight - 4)}px`;
  box.style.left = `${Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 8))}px`;
  box.querySelector("button")?.focus();
}

/** Ask before doing: resolves to true or false. */
export function ask({ title, text, confirm, deny = "Cancel", danger = false }) {
  return new Promise((resolve) => {
    const done = (answer) => () => (box.close(), box.remove(), resolve(answer));
    const box = h(
      "dialog.modal.small",
      { "aria-labelledby": "ask-title", oncancel: done(false) },
      h("header", {}, h("h2", { id: "ask-title" }, title)),
      h("div.body", {}, text),
      h(
        "footer",
        {},
        h("button.plain", { type: "button", onclick: done(false) }, deny),
        h(danger ? "button.danger.solid" : "button.primary", { type: "button", onclick: done(true) }, confirm),
      ),
    );
    document.body.append(box);
    box.showModal();
    box.querySelector("footer button:last-child").focus();
  });
}

let hiding;
export function toast(sentence) {
  const box = byId("toast");
  box.replaceChildren(sentence);
  box.classList.add("shown");
  clearTimeout(hiding);
  hiding = setTimeout(() => box.classList.remove("shown"), 6000);
}

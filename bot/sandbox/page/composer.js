// The box to write in: completes commands, people, channels and emoji; Enter sends, Shift+Enter breaks the line.

import { h, iconButton, menu, redraw } from "./dom.js";
import { act, reachable, say, store } from "./store.js";
import { emoji, emojiNames } from "./text.js";

const starts = (words, typed) => words.some((word) => word?.toLowerCase().startsWith(typed.toLowerCase()));
const KINDS = [
  {
    pattern: /^(\/\S*)$/,
    find: (typed) =>
      store.data.commands
        .filter((one) => one.command.startsWith(typed))
        .map((one) => ({ insert: `${one.command} `, label: one.command, hint: [one.usage_hint, one.description].filter(Boolean).join(" — ") })),
  },
  {
    pattern: /(?:^|\s)(@[\w.-]*)$/,
    find: (typed) =>
      reachable()
        .filter((one) => starts([one.name, ...(one.real_name ?? "").split(" ")], typed.slice(1)))
        .map((one) => ({ insert: `@${one.name} `, label: one.real_name || one.name, hint: `@${one.name}${one.bot ? " · app" : ""}` })),
  },
  {
    pattern: /(?:^|\s)(#[\w-]*)$/,
    find: (typed) =>
      store.data.conversations
        .filter((one) => one.type !== "im" && one.name.startsWith(typed.slice(1)))
        .map((one) => ({ insert: `#${one.name} `, label: `#${one.name}`, hint: one.purpose })),
  },
  {
    pattern: /(?:^|\s)(:[a-z_]{2,})$/,
    find: (typed) =>
      emojiNames
        .filter((name) => name.startsWith(typed.slice(1)))
        .map((name) => ({ insert: `:${name}: `, label: `${emoji(name)} :${name}:` })),
  },
];
const MOST = 8;
const drafts = new Map();

/** Put these words into a box, be it there already or made later. */
export function fillIn(key, words) {
  drafts.set(key, words);
  const box = document.querySelector(`[data-key="composer-${CSS.escape(key)}"]`);
  if (!box) return;
  box.value = words;
  box.dispatchEvent(new Event("input"));
  box.focus();
}

function suggestions(before) {
  for (const { pattern, find } of KINDS) {
    const found = pattern.exec(before);
    if (found) return { typed: found[1], items: find(found[1]).slice(0, MOST) };
  }
  return { typed: "", items: [] };
}

const base64 = (file) =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, base64: reader.result.split(",")[1] });
    reader.readAsDataURL(file);
  });

function shortcutButton() {
  const open = (event) =>
    menu(event.currentTarget, [
      { heading: say("Shortcuts", "Snelkoppelingen") },
      ...store.data.shortcuts
        .filter((one) => one.type === "global")
        .map((one) => ({ label: one.name, hint: one.description, run: () => act("shortcut", { callback_id: one.callback_id }) })),
    ]);
  return iconButton("bolt", say("Shortcuts", "Snelkoppelingen"), open, { "aria-haspopup": "menu" });
}

/** `send(text, files)` resolves to something true when it went well; else the text comes back into the box. */
export function composer({ key, label, send, text = "", cancel = null, sendLabel = say("Send", "Versturen") }) {
  const listId = `${key}-list`;
  const list = h("ul.suggestions", { id: listId, role: "listbox", "aria-label": say("Suggestions", "Suggesties"), hidden: true });
  const hint = h("p.usage", { hidden: true });
  const chosen = h("div.attached");
  let items = [];
  let typed = "";
  let at = 0;
  let files = [];
  const box = h("textarea", {
    rows: "1",
    placeholder: label,
    "aria-label": label,
    "data-key": `composer-${key}`,
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": listId,
    "aria-expanded": "false",
    oninput: changed,
    onkeydown: keyed,
    onblur: () => setTimeout(() => document.activeElement === box || show([]), 120),
  });
  box.value = drafts.get(key) ?? text;

  function show(found) {
    items = found;
    at = 0;
    list.hidden = !items.length;
    box.setAttribute("aria-expanded", String(items.length > 0));
    list.replaceChildren(
      ...items.map((item, index) =>
        h(
          "li",
          { id: `${listId}-${index}`, role: "option", onmousedown: (event) => (event.preventDefault(), complete(index)) },
          h("b", {}, item.label),
          item.hint && h("small", {}, item.hint),
        ),
      ),
    );
    mark();
  }

  function mark() {
    [...list.children].forEach((node, index) => node.setAttribute("aria-selected", String(index === at)));
    list.children[at]?.scrollIntoView({ block: "nearest" });
    if (items.length) box.setAttribute("aria-activedescendant", `${listId}-${at}`);
    else box.removeAttribute("aria-activedescendant");
  }

  function complete(index) {
    const start = box.selectionStart - typed.length;
    box.setRangeText(items[index].insert, start, box.selectionStart, "end");
    changed();
    box.focus();
  }

  function changed() {
    drafts.set(key, box.value);
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, 240)}px`;
    const found = suggestions(box.value.slice(0, box.selectionStart));
    typed = found.typed;
    show(found.items);
    const command = store.data.commands.find((one) => box.value.startsWith(`${one.command} `));
    hint.hidden = !command;
    if (command) hint.replaceChildren(h("b", {}, command.command), ` ${command.usage_hint || command.description}`);
  }

  function keyed(event) {
    if (event.isComposing) return;
    if (items.length && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + items.length) % items.length;
      mark();
    } else if (items.length && (event.key === "Tab" || event.key === "Enter") && items[at].insert.trim() !== typed) {
      event.preventDefault();
      complete(at);
    } else if (event.key === "Escape" && (items.length || cancel)) {
      event.stopPropagation();
      if (items.length) show([]);
      else cancel();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      go();
    }
  }

  async function go() {
    const words = box.value.trim();
    const attached = files;
    if (!words && !attached.length) return;
    fill("", []);
    box.focus();
    if (!(await send(words, attached)) && !box.value) fill(words, attached);
  }

  function fill(words, attached) {
    box.value = words;
    files = attached;
    drawFiles();
    changed();
    show([]);
  }

  function drawFiles() {
    const drop = (file) => () => ((files = files.filter((one) => one !== file)), drawFiles());
    chosen.replaceChildren(
      ...files.map((file) => h("span.chip", {}, file.name, h("button", { type: "button", "aria-label": say(`Remove ${file.name}`, `Verwijder ${file.name}`), onclick: drop(file) }, "×"))),
    );
  }

  const picker = h("input", {
    type: "file",
    multiple: true,
    hidden: true,
    onchange: async () => {
      files = [...files, ...(await Promise.all([...picker.files].map(base64)))];
      picker.value = "";
      drawFiles();
      box.focus();
    },
  });
  const buttons = cancel
    ? [h("button.plain", { type: "button", onclick: cancel }, say("Cancel", "Annuleren")), h("button.primary", { type: "button", onclick: go }, sendLabel)]
    : [shortcutButton(), iconButton("clip", say("Attach a file", "Bestand toevoegen"), () => picker.click()), h("i"), iconButton("send", sendLabel, go)];
  if (box.value) queueMicrotask(changed);
  return h("div.composer", {}, list, hint, chosen, box, h("div.buttons", {}, buttons), picker);
}

export function drawFoot(foot, channel, label, send) {
  redraw(foot, ["composer", store.who, channel, store.data.commands, store.data.shortcuts], () => composer({ key: `${store.who}-${channel}`, label, send }));
}

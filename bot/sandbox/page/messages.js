// Messages: a channel's, a thread's, one row each; what can be done with one of them.

import { ICONS, ask, byId, h, icon, iconButton, menu, redraw } from "./dom.js";
import { act, conversation, person, refresh, say, store, titleOf } from "./store.js";
import { clockTime, dayKey, emoji, longDate, pretty } from "./text.js";
import { composer } from "./composer.js";
import { messageBody } from "./blocks.js";

const QUICK = ["white_check_mark", "eyes", "pushpin", "tada", "thumbsup", "pray", "heart", "question", "x"];
const TOGETHER = 5 * 60_000; // rows of one person within this time share a name and a picture
const dateOf = (ts) => new Date(Number(ts) * 1000);

export function avatar(someone, size = "") {
  const name = someone?.real_name || someone?.name || "?";
  const letters = name.split(/[\s._-]+/).filter(Boolean);
  const initials = (letters.length > 1 ? letters[0][0] + letters.at(-1)[0] : name.slice(0, someone?.bot ? 1 : 2)).toUpperCase();
  let hue = 7;
  for (const letter of someone?.id ?? name) hue = (hue * 31 + letter.charCodeAt(0)) % 360;
  const node = h(`span.avatar${size}${someone?.bot ? ".bot" : ""}`, { "aria-hidden": "true" }, initials);
  if (!someone?.bot) node.style.setProperty("--hue", (hue * 137) % 360);
  return node;
}

// -- one row ------------------------------------------------------------------------------------------------------
const place = (message) => ({ channel: message.channel, ts: message.ts });
const react = (message, name) => () => {
  const mine = message.reactions.find((one) => one.name === name)?.mine;
  act(mine ? "unreact" : "react", { ...place(message), name });
};
const openThread = (message) => () => {
  store.pane = { kind: "thread", channel: message.channel, ts: message.thread_ts ?? message.ts };
  refresh().then(() => byId("pane").querySelector("textarea")?.focus());
};

async function edit(message) {
  store.editing = message.ts;
  await refresh();
  document.querySelector(`[data-key="composer-edit-${CSS.escape(message.ts)}"]`)?.focus();
}

async function remove(message) {
  const sure = { title: say("Delete message", "Bericht verwijderen"), text: say("Delete this message? It cannot be undone.", "Dit bericht verwijderen? Dat kan niet worden teruggedraaid."), confirm: say("Delete", "Verwijderen"), deny: say("Cancel", "Annuleren"), danger: true };
  if (await ask(sure)) act("delete", place(message));
}

function moreMenu(message, anchor) {
  const shortcuts = store.data.shortcuts.filter((one) => one.type === "message");
  const run = (one) => () => act("message_shortcut", { callback_id: one.callback_id, ...place(message) });
  menu(anchor, [
    { label: say("Reply in thread", "Antwoord in thread"), run: openThread(message) },
    ...(message.mine ? [{ label: say("Edit message", "Bericht bewerken"), run: () => edit(message) }] : []),
    ...(shortcuts.length ? [{ heading: store.data.app.name }] : []),
    ...shortcuts.map((one) => ({ label: one.name, hint: one.description, run: run(one) })),
    ...(message.mine ? [{ label: say("Delete message…", "Bericht verwijderen…"), danger: true, run: () => remove(message) }] : []),
  ]);
}

function toolbar(message, inThread) {
  const pick = (event) =>
    menu(event.currentTarget, QUICK.map((name) => ({ label: `${emoji(name)}  ${name.replaceAll("_", " ")}`, run: react(message, name) })));
  return h(
    "div.tools",
    { role: "toolbar", "aria-label": say("Message", "Bericht") },
    QUICK.slice(0, 3).map((name) =>
      h("button.icon", { type: "button", "aria-label": say(`React with ${name}`, `Reageer met ${name}`), title: name, onclick: react(message, name) }, emoji(name)),
    ),
    h("button.icon", { type: "button", "aria-label": say("Add reaction", "Reactie toevoegen"), title: say("Add reaction", "Reactie toevoegen"), onclick: pick }, "☺"),
    !inThread && iconButton("reply", say("Reply in thread", "Antwoord in thread"), openThread(message)),
    iconButton("more", say("More actions", "Meer acties"), (event) => moreMenu(message, event.currentTarget), { "aria-haspopup": "menu" }),
  );
}

const reactions = (message) =>
  message.reactions.length > 0 &&
  h(
    "div.reactions",
    {},
    message.reactions.map((one) => {
      const names = one.users.map((id) => person(id)?.real_name ?? id).join(", ");
      const label = `${names} reacted with ${one.name}`;
      return h(
        one.mine ? "button.reaction.mine" : "button.reaction",
        { type: "button", title: label, "aria-label": label, "aria-pressed": String(one.mine), onclick: react(message, one.name) },
        emoji(one.name) ?? `:${one.name}:`,
        h("b", {}, String(one.users.length)),
      );
    }),
  );

const kilobytes = (size) => (size < 1024 ? `${size} B` : size < 1_048_576 ? `${Math.round(size / 1024)} KB` : `${(size / 1_048_576).toFixed(1)} MB`);
const files = (message) =>
  message.files.length > 0 &&
  h(
    "div.files",
    {},
    message.files.map((file) => {
      const href = `local/page/file/${file.id}`;
      const shown = /^image\/(png|jpeg|gif|webp)$/.test(file.mimetype);
      return h(
        shown ? "a.file.picture" : "a.file",
        { href, download: shown ? null : file.name, target: shown ? "_blank" : null },
        shown ? h("img", { src: href, alt: file.title || file.name }) : icon(ICONS.file),
        h("span", {}, h("b", {}, file.title || file.name), h("small", {}, `${file.name} · ${kilobytes(file.size)}`)),
      );
    }),
  );

function threadLink(message) {
  if (!message.reply_count) return null;
  const last = message.latest_reply ? say(`Last reply ${clockTime(dateOf(message.latest_reply))}`, `Laatste antwoord ${clockTime(dateOf(message.latest_reply))}`) : "";
  return h(
    "button.thread",
    { type: "button", onclick: openThread(message) },
    (message.reply_users ?? []).slice(0, 4).map((id) => avatar(person(id), ".tiny")),
    h("b", {}, message.reply_count === 1 ? say("1 reply", "1 antwoord") : say(`${message.reply_count} replies`, `${message.reply_count} antwoorden`)),
    h("small", {}, last),
  );
}

function editor(message) {
  const names = (text) => text.replace(/<@(\w+)(\|[^>]*)?>/g, (whole, id) => `@${person(id)?.name ?? id}`).replace(/<#\w+\|([^>]*)>/g, "#$1");
  const done = () => ((store.editing = null), refresh());
  return composer({
    key: `edit-${message.ts}`,
    text: names(message.text),
    label: say("Edit message", "Bericht bewerken"),
    sendLabel: say("Save", "Opslaan"),
    send: async (text) => (await act("edit", { ...place(message), text })) && done(),
    cancel: done,
  });
}

function words(message) {
  if (message.subtype === "tombstone") return h("em.gone", {}, say("This message was deleted.", "Dit bericht is verwijderd."));
  const body = messageBody(message);
  if (message.edited) (body.lastElementChild?.matches(".line") ? body.lastElementChild : body).append(h("small.edited", {}, say("(edited)", "(bewerkt)")));
  return body;
}

function row(message, { short, inThread }) {
  const author = person(message.user) ?? { id: message.user, name: message.name, real_name: message.name, bot: message.bot };
  const at = dateOf(message.ts);
  const time = h("time", { title: `${longDate(at)} ${clockTime(at)}` }, clockTime(at));
  if (message.subtype === "channel_join" || message.subtype === "channel_leave") short = false;
  const body = [
    message.ephemeral &&
      h(
        "p.only",
        {},
        icon(ICONS.eye),
        say("Only visible to you", "Alleen zichtbaar voor jou"),
        h("button.dismiss", { type: "button", onclick: () => act("dismiss", place(message)) }, say("Dismiss", "Sluiten")),
      ),
    message.broadcast && (inThread ? h("p.only", {}, say("Also sent to the channel", "Ook naar het kanaal gestuurd")) : h("p.only", {}, say("Replied to ", "Antwoord op "), h("button.dismiss", { type: "button", onclick: openThread(message) }, say("a thread", "een thread")))),
    !short &&
      h("div.who", {}, h("b", {}, author.real_name || author.name), author.bot && h("span.badge", {}, "APP"), author.guest && h("span.badge", {}, say("GUEST", "GAST")), time),
    store.editing === message.ts ? editor(message) : words(message),
    files(message),
    reactions(message),
    !inThread && threadLink(message),
  ];
  const classes = ["message", short && "short", message.ephemeral && "ephemeral", message.subtype?.startsWith("channel_") && "event"];
  return h(
    "article",
    { class: classes.filter(Boolean).join(" "), tabindex: "-1", "data-key": `m-${message.ts}`, "aria-label": `${author.real_name || author.name}, ${clockTime(at)}` },
    h("div.gutter", {}, short ? time : avatar(author)),
    h("div.content", {}, body),
    !message.ephemeral && message.subtype !== "tombstone" && toolbar(message, inThread),
  );
}

// -- lists --------------------------------------------------------------------------------------------------------
function rows(messages, { inThread, newFrom }) {
  const nodes = [];
  let before = null;
  for (const message of messages) {
    const at = dateOf(message.ts);
    const newDay = !before || dayKey(dateOf(before.ts)) !== dayKey(at);
    if (newDay && !inThread) nodes.push({ sig: pretty(at, longDate), make: () => h("div.day", { role: "separator" }, h("span", {}, pretty(at, longDate))) });
    const fresh = message.ts === newFrom;
    if (fresh) nodes.push({ sig: "new", make: () => h("div.new", { role: "separator" }, h("span", {}, say("New", "Nieuw"))) });
    const same = before && before.user === message.user && before.name === message.name && at - dateOf(before.ts) < TOGETHER;
    const card = message.bot && message.blocks?.length > 0;
    const short = Boolean(same && !card && !newDay && !fresh && !message.ephemeral && !before.ephemeral && !before.subtype);
    const how = { short, inThread };
    nodes.push({ sig: [message, how, store.editing === message.ts, store.data.people.length, dayKey(store.now)], key: message.ts, make: () => row(message, how) });
    before = message;
  }
  return nodes;
}

/** Rows keep their place and focus: only those that changed are drawn anew. Stays at the end if it was there. */
function update(list, nodes, begin) {
  const toEnd = () => (list.scrollTop = list.scrollHeight);
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  const known = list.known ?? new Map();
  list.known = new Map();
  const focused = document.activeElement?.dataset?.key;
  const drawn = nodes.map(({ sig, make, key }, at) => {
    const name = key ?? `${at}-${sig}`;
    const signature = JSON.stringify(sig);
    const kept = known.get(name);
    const node = kept?.signature === signature ? kept.node : make();
    list.known.set(name, { signature, node });
    return node;
  });
  const children = [...begin, ...drawn];
  if (children.length !== list.children.length || children.some((node, at) => node !== list.children[at])) list.replaceChildren(...children);
  if (focused && document.activeElement === document.body) list.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  const active = list.querySelector("article[tabindex='0']") ?? [...list.querySelectorAll("article")].at(-1);
  if (active) active.tabIndex = 0;
  if (!atEnd) return;
  toEnd();
  for (const picture of list.querySelectorAll("img")) if (!picture.complete) picture.addEventListener("load", toEnd, { once: true });
}

/** Arrow up and down walk through the messages of a list. */
export function walk(event) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!step || !event.target.matches("article.message")) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll("article.message")];
  const next = all[all.indexOf(event.target) + step];
  if (!next) return;
  event.target.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

export function drawMessages() {
  const stage = byId("stage");
  const key = `messages-${store.who}-${store.channel}`;
  if (stage.drawn !== key) {
    stage.drawn = key;
    stage.known = null;
    stage.replaceChildren(h("div.list", { onkeydown: walk }));
  }
  const list = stage.firstChild;
  const open = conversation();
  const title = open.type === "im" ? titleOf(open) : `#${open.name}`;
  const begin = (list.begin ??= h("div.begin", {}, h("h2", {}, title), h("p", {}, open.purpose || say("This is the very beginning of this conversation.", "Dit is het begin van dit gesprek."))));
  update(list, rows(store.messages, { newFrom: store.newFrom[store.channel] }), [begin]);
}

export function drawThread(pane) {
  const { channel, ts } = store.pane;
  const where = conversation(channel);
  const close = () => ((store.pane = null), refresh());
  redraw(pane, ["thread", store.who, ts], () => [
    h("header", {}, h("h2", {}, "Thread"), h("small", {}, where.type === "im" ? titleOf(where) : `#${where.name}`), iconButton("close", say("Close thread", "Thread sluiten"), close)),
    h("div.list", { onkeydown: walk }),
    composer({
      key: `thread-${ts}`,
      label: say("Reply in thread", "Antwoord in thread"),
      send: (text, attached) => act(text.startsWith("/") ? "command" : "say", { channel, text, thread_ts: ts, files: attached }),
    }),
  ]);
  update(pane.querySelector(".list"), rows(store.replies, { inThread: true }), []);
}

// The elements of Block Kit that a person uses: they keep what was filled in and tell the app.

import { act, reachable, say, store, titleOf, zone } from "./store.js";
import { ICONS, ask, h, icon, menu, toast } from "./dom.js";
import { plain, safeUrl, textObject } from "./text.js";

export const fieldId = (on, block, part) => `f-${on.key}-${block.block_id}-${part.action_id}`;
export const errorId = (on, block) => `e-${on.key}-${block.block_id}`;

const optionsOf = (part) => part.options ?? part.option_groups.flatMap((group) => group.options);
const values = (options) => options?.map((option) => option.value);
const initial = (part) =>
  part.initial_value ??
  part.initial_option?.value ??
  values(part.initial_options) ??
  part.initial_user ??
  part.initial_users ??
  part.initial_channel ??
  part.initial_channels ??
  part.initial_conversation ??
  part.initial_conversations ??
  part.initial_date ??
  part.initial_time ??
  part.initial_date_time ??
  null;

const filled = (on, block, part) =>
  store.forms.get(on.key)?.[block.block_id]?.[part.action_id] ??
  on.state?.[block.block_id]?.[part.action_id] ??
  initial(part);

function keep(on, block, part, value) {
  if (!store.forms.has(on.key)) store.forms.set(on.key, {});
  const form = store.forms.get(on.key);
  (form[block.block_id] ??= {})[part.action_id] = value;
}

async function confirmed({ confirm }) {
  if (!confirm) return true;
  return ask({
    title: plain(confirm.title),
    text: textObject(confirm.text),
    confirm: plain(confirm.confirm),
    deny: plain(confirm.deny),
    danger: confirm.style === "danger",
  });
}

/** Tell the app, once: the element is busy until the app has acked. */
async function use(node, on, block, part, value) {
  if (node.ariaBusy === "true" || !(await confirmed(part))) return;
  node.ariaBusy = "true";
  const what = { action_id: part.action_id, block_id: block.block_id, value, state: store.forms.get(on.key) };
  const answer = await act("act", { ...on.place, ...what });
  node.ariaBusy = "false";
  if (answer?.modal?.problem) toast(answer.modal.problem);
}

// -- choices ------------------------------------------------------------------------------------------------------
const choice = (value, label) => ({ value, label });
const people = () => reachable().map((one) => choice(one.id, one.real_name || one.name));
const channels = (kinds) =>
  store.data.conversations
    .filter((one) => kinds.includes(one.type) && !one.archived && (one.member || one.type === "public"))
    .map((one) => choice(one.id, one.type === "im" ? titleOf(one) : `# ${one.name}`));
const KINDS = { im: "im", mpim: "mpim", private: "private", public: "public" };
const SOURCES = {
  static: (part) => optionsOf(part).map((one) => choice(one.value, plain(one.text))),
  users: people,
  channels: () => channels(["public"]),
  conversations: (part) => channels((part.filter?.include ?? Object.keys(KINDS)).map((kind) => KINDS[kind])),
};
const source = (part) => SOURCES[part.type.replace(/^multi_/, "").replace(/_select$/, "")](part);
const toOption = ({ value, label }) => h("option", { value }, label);

function listed(part) {
  if (!part.option_groups) return source(part).map(toOption);
  return part.option_groups.map((group) =>
    h("optgroup", { label: plain(group.label) }, group.options.map((one) => toOption(choice(one.value, plain(one.text))))),
  );
}

function select(part, { value, set, props }) {
  const node = h("select", { ...props, onchange: () => set(node.value || null) });
  node.append(h("option", { value: "" }, part.placeholder ? plain(part.placeholder) : say("Choose…", "Kies…")), ...listed(part));
  node.value = value ?? "";
  return h("span.select", {}, node);
}

function multiSelect(part, { value, set, props }) {
  const chosen = [...(value ?? [])];
  const box = h("div.multi");
  const change = (next) => {
    chosen.splice(0, chosen.length, ...next);
    fill();
    set([...chosen]);
    box.querySelector("select")?.focus();
  };
  const chip = (one) =>
    h(
      "span.chip",
      {},
      one.label,
      h("button", { type: "button", "aria-label": say(`Remove ${one.label}`, `Verwijder ${one.label}`), onclick: () => change(chosen.filter((id) => id !== one.value)) }, "×"),
    );
  function fill() {
    const full = chosen.length >= (part.max_selected_items ?? Infinity);
    const picker = h("select", { ...props, disabled: full, onchange: () => change([...chosen, picker.value]) });
    const words = chosen.length ? say("Add…", "Voeg toe…") : part.placeholder ? plain(part.placeholder) : say("Choose…", "Kies…");
    picker.append(h("option", { value: "" }, full ? say("That is all", "Dat is alles") : words), ...listed(part));
    for (const option of picker.options) option.hidden = option.disabled = chosen.includes(option.value);
    const known = source(part);
    box.replaceChildren(
      ...chosen.map((id) => chip(known.find((one) => one.value === id) ?? choice(id, id))),
      h("span.select", {}, picker),
    );
  }
  fill();
  return box;
}

function ticks(kind) {
  return (part, { value, set, props }) => {
    const several = kind === "checkbox";
    const isOn = (option) => (several ? (value ?? []).includes(option.value) : value === option.value);
    const box = h("div.ticks", { role: several ? "group" : "radiogroup", "aria-describedby": props["aria-describedby"] });
    const changed = () => {
      const on = [...box.querySelectorAll("input:checked")].map((input) => input.value);
      set(several ? on : on[0]);
    };
    box.append(
      ...part.options.map((option, at) =>
        h(
          "label",
          {},
          h("input", { type: kind, name: props.id, id: at ? null : props.id, value: option.value, checked: isOn(option), onchange: changed }),
          h("span", {}, textObject(option.text), option.description && h("small", {}, textObject(option.description))),
        ),
      ),
    );
    return box;
  };
}

// -- what is typed or picked --------------------------------------------------------------------------------------
const input = (type, more = () => ({})) => (part, { value, keepOnly, set, silent, props }) => {
  const each = part.dispatch_action_config?.trigger_actions_on?.includes("on_character_entered");
  const commit = type === "date" || type === "time" || each ? set : keepOnly;
  const entered = (event) => {
    if (event.key !== "Enter" || silent) return;
    event.preventDefault(); // tells the app instead of submitting the form
    set(node.value || null);
  };
  const node = h("input", {
    type,
    ...props,
    ...more(part),
    placeholder: part.placeholder && plain(part.placeholder),
    value: value == null ? "" : String(value),
    oninput: () => commit(node.value || null),
    onkeydown: entered,
  });
  // A browser shows no placeholder in a date: it stands before it.
  const hidden = type === "date" && !value && props["aria-label"];
  return hidden ? h("span.dated", {}, h("small", { "aria-hidden": "true" }, hidden), node) : node;
};

const area = (part, { value, keepOnly, props }) => {
  const node = h("textarea", {
    ...props,
    rows: "4",
    placeholder: part.placeholder && plain(part.placeholder),
    maxlength: part.max_length && String(part.max_length),
    oninput: () => keepOnly(node.value),
  });
  node.value = typeof value === "string" ? value : "";
  return node;
};

/** The acting person's wall clock ↔ seconds. */
const wall = (seconds) => new Date(seconds * 1000).toLocaleString("sv-SE", { timeZone: zone() }).slice(0, 16).replace(" ", "T");
export function seconds(local) {
  const guess = Date.parse(`${local}:00Z`) / 1000;
  const shift = (at) => Date.parse(`${wall(at)}:00Z`) / 1000 - at;
  return guess - shift(guess - shift(guess));
}
const moment = (part, { value, set, props }) => {
  const node = h("input", { type: "datetime-local", ...props, value: value ? wall(value) : "", onchange: () => set(node.value ? seconds(node.value) : null) });
  return node;
};

function button(part, { on, block, props }) {
  const style = { primary: "button.primary", danger: "button.danger" }[part.style] ?? "button.plain";
  const press = () => {
    if (part.url && safeUrl(part.url)) open(part.url, "_blank", "noopener");
    use(node, on, block, part, null);
  };
  const node = h(style, { type: "button", ...props, "aria-label": part.accessibility_label, onclick: press }, plain(part.text));
  return node;
}

function overflow(part, { on, block, props }) {
  const run = (option) => () => {
    if (option.url && safeUrl(option.url)) open(option.url, "_blank", "noopener");
    use(node, on, block, part, option.value);
  };
  const items = part.options.map((one) => ({ label: plain(one.text), hint: one.description && plain(one.description), run: run(one) }));
  const node = h("button.plain.overflow", { type: "button", ...props, "aria-label": say("More", "Meer"), "aria-haspopup": "menu", onclick: () => menu(node, items) }, icon(ICONS.more));
  return node;
}

const length = (part) => ({ maxlength: part.max_length && String(part.max_length) });
const range = (part) => ({ min: part.min_value, max: part.max_value, step: part.is_decimal_allowed ? "any" : "1" });
const line = input("text", length);
const DRAW = {
  button,
  overflow,
  static_select: select,
  users_select: select,
  channels_select: select,
  conversations_select: select,
  multi_static_select: multiSelect,
  multi_users_select: multiSelect,
  multi_channels_select: multiSelect,
  multi_conversations_select: multiSelect,
  checkboxes: ticks("checkbox"),
  radio_buttons: ticks("radio"),
  datepicker: input("date"),
  timepicker: input("time"),
  datetimepicker: moment,
  plain_text_input: (part, tools) => (part.multiline ? area : line)(part, tools),
  rich_text_input: area,
  email_text_input: input("email"),
  url_text_input: input("url"),
  number_input: input("number", range),
};

/** A `silent` element only keeps its value for the submission; another also tells the app at once. */
export function element(part, block, on, silent) {
  const id = fieldId(on, block, part);
  const wrong = Boolean(on.errors?.[block.block_id]);
  const keepOnly = (value) => keep(on, block, part, value);
  const set = (value) => (keepOnly(value), silent || use(node, on, block, part, value));
  const props = {
    id,
    "data-key": id,
    // The label of an input block names its element; another is called as its placeholder, as in Slack.
    "aria-label": block.element === part || part.type === "button" ? null : part.placeholder ? plain(part.placeholder) : say("Choose…", "Kies…"),
    autofocus: part.focus_on_load,
    "aria-invalid": wrong ? "true" : null,
    "aria-describedby": wrong ? errorId(on, block) : null,
  };
  // Only the page knows which conversation is open, so this default has to be sent like an answer.
  if (part.default_to_current_conversation && !filled(on, block, part)) keepOnly(store.channel);
  const node = DRAW[part.type](part, { on, block, props, set, keepOnly, silent, value: filled(on, block, part) });
  return node;
}

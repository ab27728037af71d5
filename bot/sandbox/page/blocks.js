// Block Kit, drawn. What a person can use is drawn by elements.js.

import { h } from "./dom.js";
import { element, errorId, fieldId } from "./elements.js";
import { store } from "./store.js";
import {
  broadcast,
  channelMention,
  dateText,
  emoji,
  groupMention,
  link,
  mrkdwn,
  plain,
  textObject,
  userMention,
  withEmoji,
} from "./text.js";

function image(part, big) {
  const source = part.image_url ?? "";
  const local = source.startsWith(location.origin) || source.startsWith("data:image/");
  const missing = () => h("span.noimage", { title: source }, `🖼 ${part.alt_text}`);
  if (!local) return missing(); // the page asks nothing of other machines
  const drawn = h(big ? "img.big" : "img", { src: source, alt: part.alt_text });
  drawn.addEventListener("error", () => drawn.replaceWith(missing()));
  return drawn;
}

// -- rich text ----------------------------------------------------------------------------------------------------
const STYLES = { bold: "strong", italic: "em", strike: "s", underline: "u", code: "code" };
const PARTS = {
  text: (part) => part.text,
  link: (part) => link(part.url, part.text ?? part.url),
  user: (part) => userMention(part.user_id),
  usergroup: (part) => groupMention(part.usergroup_id),
  channel: (part) => channelMention(part.channel_id),
  team: (part) => part.team_id,
  emoji: (part) => emoji(part.name) ?? `:${part.name}:`,
  broadcast: (part) => broadcast(part.range),
  color: (part) => h("code", {}, part.value),
  date: (part) => h("time", { title: part.fallback }, dateText(part.timestamp, part.format)),
};
function richPart(part) {
  const bare = PARTS[part.type]?.(part) ?? "";
  const on = Object.keys(STYLES).filter((style) => part.style?.[style]);
  return on.reduce((inner, style) => h(STYLES[style], {}, inner), bare);
}
const LISTS = { bullet: "ul", ordered: "ol" };
const RICH = {
  rich_text_section: (part) => h("div.text.asis", {}, part.elements.map(richPart)),
  rich_text_quote: (part) => h("blockquote.asis", {}, part.elements.map(richPart)),
  rich_text_preformatted: (part) => h("pre", {}, part.elements.map(richPart)),
  rich_text_list: (part) => {
    const items = part.elements.map((item) => h("li", {}, item.elements.map(richPart)));
    const list = h(`${LISTS[part.style]}.level${part.indent ?? 0}`, {}, items);
    if (part.offset) list.setAttribute("start", part.offset + 1);
    return list;
  },
};
export const richText = (block) => h("div.rich", {}, block.elements.map((part) => RICH[part.type]?.(part)));

// -- blocks -------------------------------------------------------------------------------------------------------
const CELLS = { raw_text: (cell) => withEmoji(cell.text), raw_number: (cell) => cell.text, rich_text: richText };
function table(block) {
  const cell = (tag) => (part, column) => {
    const { align = "left", is_wrapped: wraps } = block.column_settings?.[column] ?? {};
    return h(`${tag}.${align}${wraps ? ".wraps" : ""}`, {}, CELLS[part.type](part));
  };
  const [head, ...rows] = block.rows;
  return h(
    "div.tablebox",
    { tabindex: "0", role: "region", "aria-label": "Table" },
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, head.map(cell("th")))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map(cell("td"))))),
    ),
  );
}

const BLOCKS = {
  section: (block, on) =>
    h(
      "div.section",
      {},
      h(
        "div.words",
        {},
        block.text && textObject(block.text),
        block.fields && h("div.fields", {}, block.fields.map(textObject)),
      ),
      block.accessory && h("div.accessory", {}, drawElement(block.accessory, block, on)),
    ),
  header: (block) => h("h3.header", {}, plain(block.text)),
  divider: () => h("hr"),
  image: (block) => h("figure", {}, block.title && h("figcaption", {}, plain(block.title)), image(block, true)),
  context: (block) =>
    h(
      "div.context",
      {},
      block.elements.map((part) => (part.type === "image" ? image(part) : textObject(part))),
    ),
  actions: (block, on) => h("div.actions", {}, block.elements.map((part) => drawElement(part, block, on))),
  input: (block, on) => {
    const id = fieldId(on, block, block.element);
    const error = on.errors?.[block.block_id];
    return h(
      error ? "div.input.wrong" : "div.input",
      {},
      h("label", { for: id }, plain(block.label), block.optional && h("small", {}, " (optional)")),
      element(block.element, block, on, block.dispatch_action !== true),
      error && h("p.error", { id: errorId(on, block), role: "alert" }, error),
      block.hint && h("p.hint", {}, plain(block.hint)),
    );
  },
  rich_text: (block) => richText(block),
  table,
};
const drawElement = (part, block, on) => (part.type === "image" ? image(part) : element(part, block, on, false));

/** `on` says where the blocks stand: {place: {channel, ts} | {view_id}, key, state, errors}. */
export const drawBlocks = (blocks, on) =>
  h(
    "div.blocks",
    {},
    blocks.map((block) => BLOCKS[block.type]?.(block, on) ?? h("p.hint", {}, `(${block.type})`)),
  );

/** What people type is drawn from its text: their rich_text blocks say the same without the marks. */
export const messageBody = (message) =>
  message.blocks?.length && (message.bot || !message.text)
    ? drawBlocks(message.blocks, { place: { channel: message.channel, ts: message.ts }, key: `${store.who}-${message.ts}` })
    : h("div.text", {}, mrkdwn(message.text ?? ""));

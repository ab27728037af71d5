// Slack's text: mrkdwn, plain text with emoji, and times in the acting person's zone.

import { h } from "./dom.js";
import { conversation, locale, person, store, zone } from "./store.js";

const EMOJI = Object.fromEntries(
  `white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ eyes 👀 pushpin 📌 round_pushpin 📍 tada 🎉 warning ⚠️
  no_entry ⛔ red_circle 🔴 large_orange_circle 🟠 large_yellow_circle 🟡 large_green_circle 🟢 green_circle 🟢 yellow_circle 🟡
  large_blue_circle 🔵 blue_circle 🔵 white_circle ⚪ black_circle ⚫ red_square 🟥 large_green_square 🟩 large_yellow_square 🟨
  white_large_square ⬜ thumbsup 👍 +1 👍 thumbsdown 👎 -1 👎 wave 👋 pray 🙏 raised_hands 🙌 clap 👏 muscle 💪 point_right 👉
  smile 😄 slightly_smiling_face 🙂 grin 😁 joy 😂 thinking_face 🤔 cry 😢 heart ❤️ fire 🔥 rocket 🚀 star ⭐ sparkles ✨ bulb 💡
  calendar 📅 date 📅 spiral_calendar_pad 🗓️ clock3 🕒 alarm_clock ⏰ hourglass ⌛ hourglass_flowing_sand ⏳ stopwatch ⏱️ bell 🔔
  no_bell 🔕 memo 📝 pencil ✏️ pencil2 ✏️ clipboard 📋 page_facing_up 📄 file_folder 📁 bookmark 🔖 paperclip 📎 link 🔗 lock 🔒
  key 🔑 chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 bar_chart 📊 dart 🎯 checkered_flag 🏁 triangular_flag_on_post 🚩
  construction 🚧 hammer_and_wrench 🛠️ gear ⚙️ mag 🔍 house 🏠 busts_in_silhouette 👥 bust_in_silhouette 👤 speech_balloon 💬
  speaking_head_in_silhouette 🗣️ question ❓ exclamation ❗ bangbang ‼️ information_source ℹ️ arrow_right ➡️ arrow_up ⬆️
  arrow_down ⬇️ arrow_upper_right ↗️ arrow_lower_right ↘️ repeat 🔁 recycle ♻️ moneybag 💰 euro 💶 palm_tree 🌴 sunny ☀️
  coffee ☕ robot_face 🤖 rotating_light 🚨 mega 📣 inbox_tray 📥 outbox_tray 📤 package 📦 wastebasket 🗑️ scales ⚖️ seedling 🌱`
    .trim()
    .split(/\s+/)
    .reduce((pairs, word, at, all) => (at % 2 ? [...pairs, [all[at - 1], word]] : pairs), []),
);
export const emoji = (name) => EMOJI[name.replace(/:skin-tone-\d$/, "").replace(/::.*$/, "")] ?? null;
export const emojiNames = Object.keys(EMOJI);

const unescape = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
export const withEmoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => emoji(name) ?? whole);
export const plain = (part) => (part.emoji === false ? part.text : withEmoji(part.text));

export const safeUrl = (url) => (/^(https?:|mailto:)/i.test(url) ? url : null);
export const link = (url, label = url) =>
  safeUrl(url) ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, label) : h("span", {}, label);

export const userMention = (id, label) =>
  h(id === store.who ? "span.mention.me" : "span.mention", {}, `@${person(id)?.called ?? label ?? id}`);
export const channelMention = (id, label) => {
  const found = conversation(id);
  if (!found) return h("span.mention", {}, `#${label || "private channel"}`);
  return h("a.mention", { href: `#/${store.who}/${id}` }, `#${found.name}`);
};
export const groupMention = (id, label) => h("span.mention", {}, label ?? `@${id}`);
export const broadcast = (range) => h("span.mention.me", {}, `@${range}`);

// -- times --------------------------------------------------------------------------------------------------------
const format = (options) => (date) => new Intl.DateTimeFormat(locale(), { timeZone: zone(), ...options }).format(date);
export const clockTime = format({ hour: "2-digit", minute: "2-digit" });
export const dayKey = (date) => new Intl.DateTimeFormat("en-CA", { timeZone: zone() }).format(date);
const DATES = {
  date_num: dayKey,
  date: format({ day: "numeric", month: "long", year: "numeric" }),
  date_short: format({ day: "numeric", month: "short", year: "numeric" }),
  date_long: format({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
  time: clockTime,
  time_secs: format({ hour: "2-digit", minute: "2-digit", second: "2-digit" }),
};
export const longDate = DATES.date_long;

/** today, yesterday or tomorrow by the sandbox's clock; else what `otherwise` makes of it. */
export function pretty(date, otherwise) {
  const day = (offset) => dayKey(new Date(store.now.getTime() + offset * 86_400_000));
  const offset = [-1, 0, 1].find((each) => day(each) === dayKey(date));
  if (offset === undefined) return otherwise(date);
  const near = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(offset, "day");
  return near[0].toUpperCase() + near.slice(1);
}

export function dateText(seconds, template) {
  const date = new Date(seconds * 1000);
  return template.replace(/\{(\w+?)(_pretty)?\}/g, (whole, name, soft) => {
    if (name === "ago") return `${Math.round((store.now - date) / 60_000)} minutes ago`;
    const make = DATES[name];
    return make ? (soft ? pretty(date, make) : make(date)) : whole;
  });
}

// -- mrkdwn -------------------------------------------------------------------------------------------------------
function entity(inside) {
  const [target, label] = inside.split(/\|(.*)/s);
  if (target.startsWith("@")) return userMention(target.slice(1), label);
  if (target.startsWith("#")) return channelMention(target.slice(1), label);
  const [, kind, ...rest] = /^!(\w+)/.test(target) ? ["", ...target.slice(1).split("^")] : [];
  if (kind === "date") {
    const words = dateText(Number(rest[0]), unescape(rest[1] ?? "")) || label;
    return rest[2] ? link(rest[2], words) : h("time", { title: unescape(label ?? "") }, words);
  }
  if (kind === "subteam") return groupMention(rest[0], label);
  if (kind) return broadcast(kind);
  return link(unescape(target), withEmoji(unescape(label ?? target)));
}

const FACE = { "*": "strong", _: "em", "~": "s" };
const INLINE = /`([^`\n]+)`|<([^<>\n]+)>|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\3(?![\p{L}\p{N}])/gu;

function inline(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(INLINE)) {
    const [whole, code, inside, mark, marked] = found;
    nodes.push(withEmoji(unescape(text.slice(from, found.index))));
    if (code) nodes.push(h("code", {}, unescape(code)));
    else if (inside) nodes.push(entity(inside));
    else nodes.push(h(FACE[mark], {}, inline(marked)));
    from = found.index + whole.length;
  }
  return [...nodes, withEmoji(unescape(text.slice(from)))];
}

function lines(text) {
  const quoted = (line) => /^(&gt;|>) ?/.test(line);
  const nodes = [];
  for (const line of text.split("\n")) {
    if (quoted(line)) {
      const words = inline(line.replace(/^(&gt;|>) ?/, ""));
      const last = nodes.at(-1);
      if (last?.nodeName === "BLOCKQUOTE") last.append(h("br"), ...words);
      else nodes.push(h("blockquote", {}, words));
    } else nodes.push(h(/^\s*([•◦▪-]|\d+\.) /.test(line) ? "div.line.item" : "div.line", {}, line ? inline(line) : h("br")));
  }
  return nodes;
}

export function mrkdwn(text) {
  return text.split(/```\n?/).flatMap((part, at, all) => {
    if (at % 2 && at < all.length - 1) return h("pre", {}, unescape(part.replace(/\n$/, "")));
    const trimmed = (at ? part.replace(/^\n/, "") : part).replace(at < all.length - 1 ? /\n$/ : /$^/, "");
    return trimmed ? lines(trimmed) : [];
  });
}

/** A text object of Block Kit. */
export const textObject = (part) =>
  part.type === "mrkdwn" ? h("div.text", {}, mrkdwn(part.text)) : h("div.text.asis", {}, plain(part));

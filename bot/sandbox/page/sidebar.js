// Who you are, and where you can go.

import { ICONS, h, icon, menu, redraw, byId } from "./dom.js";
import { act, appConversation, person, reachable, say, store, titleOf } from "./store.js";
import { avatar } from "./messages.js";

export const go = (channel, tab = "messages") => {
  store.tab = tab;
  location.hash = `#/${store.who}/${channel}`;
};

async function openDm(id) {
  const answer = await act("open_dm", { people: [id] });
  if (answer) go(answer.channel.id);
}

export async function openApp(tab = "home") {
  const known = appConversation();
  const answer = known ? { channel: known } : await act("open_dm", { people: [store.data.app.bot_user_id] });
  if (!answer) return;
  go(answer.channel.id, tab);
  act("open_home", { tab });
}

function switcher() {
  const { me, people } = store.data;
  const items = people
    .filter((one) => !one.bot && !one.deleted)
    .map((one) => ({ label: one.real_name || one.name, count: one.unread, hint: [one.title, one.tz].filter(Boolean).join(" · "), run: () => (location.hash = `#/${one.id}`) }));
  const open = (event) => menu(event.currentTarget, [{ heading: say("Act as", "Doe als") }, ...items]);
  return h(
    "button.switcher",
    { type: "button", "data-key": "switcher", "aria-haspopup": "menu", "aria-label": say(`You are: ${me.real_name}. Act as someone else`, `Je bent: ${me.real_name}. Doe als iemand anders`), onclick: open },
    avatar(me),
    h("span", {}, h("small", {}, say("You are:", "Je bent:")), h("b", {}, me.real_name || me.name)),
    h("span.caret", { "aria-hidden": "true" }, "▾"),
  );
}

function entry(one, mark, onclick = () => go(one.id)) {
  const current = one.id === store.channel;
  const unread = !current && one.unread > 0;
  return h(
    "li",
    {},
    h(
      unread ? "button.entry.unread" : "button.entry",
      { type: "button", "data-key": `go-${one.id}`, "aria-current": current ? "page" : null, onclick },
      mark,
      h("span.name", {}, one.label ?? one.name),
      unread && (one.mentions > 0 || one.type === "im") && h("span.count", { "aria-label": `${one.unread} unread` }, String(one.mentions || one.unread)),
    ),
  );
}

const sign = (one) => (one.type === "private" ? icon(ICONS.lock) : h("span.hash", { "aria-hidden": "true" }, "#"));
const byName = (one, other) => one.name.localeCompare(other.name);

function section(title, entries, extra) {
  return h("section", {}, h("h2", {}, title, extra), h("ul", {}, entries));
}

export function drawSidebar() {
  const { conversations, people, team, app, me } = store.data;
  const bot = appConversation();
  redraw(byId("sidebar"), [conversations, people, team, app, me, store.channel], () => {
    const mine = conversations.filter((one) => one.member && !one.archived).sort(byName);
    const channels = mine.filter((one) => one.type === "public" || one.type === "private");
    const talks = mine.filter((one) => (one.type === "im" || one.type === "mpim") && one !== bot);
    const others = conversations.filter((one) => !one.member && one.type === "public" && !one.archived).sort(byName);
    const other = (one) => person(one.members.find((id) => id !== me.id) ?? me.id);
    const start = (event) =>
      menu(event.currentTarget, reachable().filter((one) => one.id !== me.id && !one.bot).map((one) => ({ label: one.real_name || one.name, run: () => openDm(one.id) })));
    return [
      h("header", {}, h("span.logo", { "aria-hidden": "true" }), h("b", {}, team.name)),
      switcher(),
      h(
        "div.scroll",
        {},
        section(say("Channels", "Kanalen"), channels.map((one) => entry(one, sign(one)))),
        others.length > 0 && h("details", { open: store.browsing, ontoggle: (event) => (store.browsing = event.target.open) }, h("summary", {}, say(`More channels (${others.length})`, `Meer kanalen (${others.length})`)), h("ul", {}, others.map((one) => entry(one, sign(one))))),
        section(
          say("Direct messages", "Privéberichten"),
          talks.map((one) => entry({ ...one, label: titleOf(one) }, avatar(other(one), ".tiny"))),
          h("button.plus", { type: "button", "aria-label": say("New direct message", "Nieuw privébericht"), onclick: start }, "+"),
        ),
        app && section("Apps", entry({ ...(bot ?? { id: "app", unread: 0 }), label: app.name, type: "im" }, avatar(person(app.bot_user_id) ?? { name: app.name, bot: true }, ".tiny"), () => openApp(bot?.unread ? "messages" : "home"))),
      ),
    ];
  });
}

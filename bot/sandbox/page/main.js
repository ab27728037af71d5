// The page: which person, which conversation, and all its parts drawn after every change.

import { ICONS, byId, h, icon, iconButton, menu, redraw, toast } from "./dom.js";
import { act, conversation, get, inApp, live, person, reachable, refresh, say, store, titleOf } from "./store.js";
import { avatar, drawMessages, drawThread } from "./messages.js";
import { drawSidebar, openApp } from "./sidebar.js";
import { drawChips, drawPeek, tick } from "./tools.js";
import { arrived, drawGuide, scene } from "./guide.js";
import { drawHome, drawModal } from "./modal.js";
import { drawFoot } from "./composer.js";

const isTalk = (one) => one.type === "im" || one.type === "mpim";

function peopleMenu(event) {
  const open = conversation();
  const outside = reachable().filter((one) => !open.members.includes(one.id));
  const inside = open.members.map(person).filter(Boolean);
  menu(event.currentTarget, [
    { heading: say("Members", "Leden") },
    ...inside.map((one) => ({ label: one.real_name || one.name, hint: one.bot ? "app" : one.title, run: () => {} })),
    ...(outside.length && open.member ? [{ heading: say("Add to this channel", "Aan dit kanaal toevoegen") }] : []),
    ...(open.member ? outside : []).map((one) => ({ label: say(`Add ${one.real_name || one.name}`, `Voeg ${one.real_name || one.name} toe`), run: () => act("invite", { channel: open.id, people: [one.id] }) })),
    ...(open.member ? [{ label: say("Leave channel", "Kanaal verlaten"), danger: true, run: () => act("leave", { channel: open.id }) }] : []),
  ]);
}

function drawBar() {
  const open = conversation();
  const other = open && isTalk(open) ? person(open.members.find((id) => id !== store.who)) : null;
  redraw(byId("bar"), [store.side, store.who, open && [open.name, open.type, open.topic, open.members, open.member, open.canvases], other], () => [
    iconButton("menu", say("Conversations", "Gesprekken"), () => showSide(!store.side), { "data-key": "side", "aria-expanded": String(Boolean(store.side)), "aria-controls": "sidebar" }),
    h("span.acting", {}, avatar(store.data.me, ".small")),
    open && (other ? avatar(other, ".small") : open.type === "private" ? icon(ICONS.lock) : h("span.hash", {}, "#")),
    h("h1", {}, open ? titleOf(open) : say("Welcome", "Welkom")),
    h("p.topic", {}, open?.topic ?? ""),
    ...(open?.canvases ?? []).map((one) => h("a.chipbutton.canvas", { href: one.url, target: "_blank", "data-key": `canvas-${one.id}` }, one.title)),
    open && !isTalk(open) && h("button.chipbutton", { type: "button", "data-key": "members", "aria-haspopup": "menu", "aria-label": say(`${open.members.length} members`, `${open.members.length} leden`), onclick: peopleMenu }, icon(ICONS.people), String(open.members.length)),
    h("div", { id: "chips" }),
  ]);
  drawChips();
}

/** On a narrow page the conversations lie over it until one is chosen. */
function showSide(shown) {
  if (Boolean(store.side) === shown) return;
  store.side = shown;
  document.body.classList.toggle("side", shown);
  drawBar();
  if (shown) byId("sidebar").querySelector("button").focus();
  else byId("bar").querySelector("[data-key='side']").focus();
}

function drawTabs() {
  const tabs = byId("tabs");
  tabs.hidden = !inApp();
  redraw(tabs, [store.tab, inApp()], () =>
    ["home", "messages"].map((name) =>
      h("button", { type: "button", role: "tab", "data-key": `tab-${name}`, "aria-selected": String(store.tab === name), onclick: () => openApp(name) }, name === "home" ? "Home" : say("Messages", "Berichten")),
    ),
  );
}

function send(text, files) {
  if (text.startsWith("/")) return act("command", { channel: store.channel, text });
  delete store.newFrom[store.channel];
  return act("say", { channel: store.channel, text, files });
}

function drawStage() {
  const foot = byId("foot");
  const open = conversation();
  const home = inApp() && store.tab === "home";
  foot.hidden = home || !open;
  if (home) return drawHome(store.data.home);
  if (!open) return redraw(byId("stage"), "empty", () => h("div.empty", {}, h("p", {}, say("Choose a conversation.", "Kies een gesprek."))));
  drawBelow(foot, open);
  return drawMessages();
}

function drawBelow(foot, open) {
  if (!open.member) {
    const join = h("button.primary", { type: "button", onclick: () => act("join", { channel: open.id }) }, say("Join channel", "Neem deel"));
    return redraw(foot, ["join", open.id], () => h("div.join", {}, h("p", {}, say(`You are looking at #${open.name}.`, `Je kijkt naar #${open.name}.`)), join));
  }
  return drawFoot(foot, open.id, isTalk(open) ? say(`Message ${titleOf(open)}`, `Bericht aan ${titleOf(open)}`) : say(`Message #${open.name}`, `Bericht aan #${open.name}`), send);
}

function drawPane() {
  const pane = byId("pane");
  pane.hidden = !store.pane;
  document.body.classList.toggle("paned", !pane.hidden);
  if (store.pane?.kind === "thread") drawThread(pane);
  if (store.pane?.kind === "peek") drawPeek(pane);
  if (!store.pane) redraw(pane, null, () => []);
}

function draw() {
  const { me, team, modal, conversations } = store.data;
  if (!conversation()) {
    const first = scene()?.who === me.id ? conversation(scene().channel) : conversations.filter((one) => one.member && !isTalk(one)).sort((a, b) => a.name.localeCompare(b.name))[0];
    if (first) return void location.replace(`#/${me.id}/${first.id}`);
  }
  const unread = conversations.reduce((sum, one) => sum + (one.member ? one.unread : 0), 0);
  document.title = `${unread ? `(${unread}) ` : ""}${conversation() ? titleOf(conversation()) : team.name} · ${me.real_name || me.name}`;
  drawSidebar();
  drawBar();
  drawGuide();
  drawTabs();
  drawStage();
  drawPane();
  drawModal(modal);
}

/** The address says who and where: `#/U1/C1`; two tabs can be two people. */
async function follow() {
  const [, who, channel] = location.hash.split("/");
  const [{ people }, guide] = await Promise.all([get("person"), get("page/guide")]);
  store.guide = guide;
  const acting = (people.find((one) => one.id === (who || guide.scenes[0]?.who)) ?? people.find((one) => !one.bot && !one.deleted))?.id;
  if (!acting) return byId("stage").replaceChildren(h("div.empty", {}, h("p", {}, "Nobody works here yet.")));
  if (acting !== store.who) Object.assign(store, { pane: null, newFrom: {}, tab: "messages", editing: null });
  if (channel !== store.channel) delete store.newFrom[channel];
  if (store.pane?.kind === "thread" && store.pane.channel !== channel) store.pane = null;
  Object.assign(store, { who: acting, channel: channel || null, messages: [], replies: [] });
  await refresh();
  await arrived();
  if (!document.querySelector("dialog") && (document.activeElement === document.body || byId("guide").contains(document.activeElement))) byId("foot").querySelector("textarea")?.focus();
}

const followed = () => follow().catch((problem) => toast(problem.message));
addEventListener("hashchange", () => (showSide(false), followed()));
byId("main").addEventListener("click", (event) => event.target.closest("[data-key='side']") || showSide(false));
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || document.querySelector("dialog, :popover-open")) return;
  showSide(false);
  if (!store.pane) return;
  store.pane = null;
  refresh();
});
live(draw);
followed();
tick();

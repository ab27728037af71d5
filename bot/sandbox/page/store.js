// What the page knows, how it asks the sandbox, and when it asks again.

import { toast } from "./dom.js";

export const store = {
  who: null, // the acting person's id
  channel: null,
  tab: "messages", // of the app's own conversation: home | messages
  pane: null, // {kind: "thread", ts} | {kind: "peek"}
  data: null, // the answer of GET /local/person/{who}
  messages: [],
  replies: [],
  traffic: [],
  guide: { scenes: [], news: [] }, // what there is to try, and where the app wrote by the last act
  newFrom: {}, // channel -> ts of the first message that was unread when it was opened
  forms: new Map(), // view id or message ts -> {block_id: {action_id: value}}
  now: new Date(0),
};

class Refused extends Error {}

async function call(path, options) {
  const answer = await fetch(path, options).catch(() => null);
  if (!answer) throw new Refused("The sandbox does not answer. Is it still running?");
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok || body.ok === false) throw new Refused(body.problem ?? body.error ?? `Error ${answer.status}`);
  return body;
}

const query = (about) => new URLSearchParams(Object.entries(about).filter(([, value]) => value != null));
export const get = (path, about = {}) => call(`local/${path}?${query(about)}`);
const send = (path, body) =>
  call(`local/${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** Do something as the acting person; a refusal is shown and answers null. */
export async function act(what, body = {}) {
  return attempt(send(`person/${store.who}/${what}`, body));
}
export const control = (what, body) => attempt(send(`control/${what}`, body));

async function attempt(promise) {
  try {
    return await promise;
  } catch (problem) {
    toast(problem.message);
    return null;
  } finally {
    refresh();
  }
}

export const conversation = (id = store.channel) => store.data.conversations.find((one) => one.id === id);
export const person = (id) => store.data.people.find((one) => one.id === id);
/** Whom one can address or choose: people who are here, and the app. */
export const reachable = () =>
  store.data.people.filter((one) => !one.deleted && (!one.bot || one.id === store.data.app?.bot_user_id));
/** How a conversation is called: a DM by the other's full name. */
export function titleOf(one) {
  if (one.type !== "im") return one.name;
  const other = person(one.members.find((id) => id !== store.who) ?? store.who);
  return other?.real_name || one.name;
}
export const appConversation = () => {
  const bot = store.data.app?.bot_user_id;
  return bot && store.data.conversations.find((one) => one.type === "im" && one.members.includes(bot));
};
export const inApp = () => Boolean(store.channel) && store.channel === appConversation()?.id;
export const zone = () => store.data?.me.tz || "UTC";
/** In whose way dates are written: as the acting person has set their Slack. */
export const locale = () => (store.data?.me.locale.startsWith("nl") ? "nl-NL" : "en-GB");
/** What the page itself says, in the acting person's language, as Slack does. */
export const say = (en, nl) => (locale() === "nl-NL" ? nl : en);

let draw = () => {};
let loading = null;
let again = null;

/** Load what is on show and draw it; calls that come meanwhile share one more round, which they wait for. */
export function refresh() {
  if (again) return again;
  if (loading) {
    again = loading.then(() => ((again = null), refresh()));
    return again;
  }
  loading = load()
    .catch((problem) => toast(problem.message))
    .finally(() => (loading = null));
  return loading;
}

async function load() {
  const { who, channel, pane } = store;
  if (!who) return;
  const none = { messages: [], records: [] };
  const [data, { messages }, { messages: replies }, { records }, guide] = await Promise.all([
    get(`person/${who}`),
    channel ? get(`person/${who}/messages`, { channel, limit: 200 }) : none,
    pane?.kind === "thread" ? get(`person/${who}/thread`, { channel: pane.channel, ts: pane.ts }).catch(() => none) : none,
    pane?.kind === "peek" ? get("page/traffic") : none,
    get("page/guide"),
  ]);
  if (who !== store.who || channel !== store.channel) return;
  const notices = data.notices ?? [];
  if (store.data?.me.id === who && notices.length > (store.data.notices?.length ?? 0)) toast(notices.at(-1));
  Object.assign(store, { data, messages, replies, traffic: records, guide, now: new Date(data.now) });
  document.documentElement.lang = locale().slice(0, 2);
  if (channel && !(channel in store.newFrom)) store.newFrom[channel] = messages.find((one) => one.unread)?.ts;
  draw();
  const open = conversation();
  if (open?.unread && open.member && store.tab === "messages" && !document.hidden) {
    await send(`person/${who}/mark_read`, { channel });
  }
}

/** Draw after every change in the sandbox, whoever made it. */
export function live(drawing) {
  draw = drawing;
  let wait = 250;
  const listen = () => {
    const socket = new WebSocket(new URL("local/page/live", document.baseURI).href.replace(/^http/, "ws"));
    socket.onopen = () => ((wait = 250), refresh());
    socket.onmessage = refresh;
    socket.onclose = () => setTimeout(listen, (wait = Math.min(wait * 2, 5000)));
  };
  listen();
  addEventListener("visibilitychange", refresh);
}

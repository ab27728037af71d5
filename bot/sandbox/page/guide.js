// What there is to try: both projects, the steps of the one that is open, and where else the app wrote just now.

import { byId, h, redraw } from "./dom.js";
import { act, control, conversation, person, store } from "./store.js";
import { fillIn } from "./composer.js";

/** The project whose channel was opened last, else the first. */
export function scene() {
  const { scenes } = store.guide;
  const here = scenes.find((one) => one.channel === store.channel);
  store.scene = here ? here.channel : (store.scene ?? scenes[0]?.channel);
  return scenes.find((one) => one.channel === store.scene);
}

const moveTo = (who, channel) => {
  store.tab = "messages";
  location.hash = `#/${who}/${channel}`;
};

/** One press: the clock, or somebody's place with words in the box, or a button of a message pressed for them. */
async function take(step) {
  if (step.clock) return control("clock", { to: step.clock });
  if (step.fill) fillIn(`${step.who}-${step.channel}`, step.fill);
  store.press = step.press;
  if (location.hash === `#/${step.who}/${step.channel}`) return arrived();
  moveTo(step.who, step.channel);
}

/** Once the page shows the person and the place that a step leads to. */
export async function arrived() {
  const { press } = store;
  store.press = null;
  if (press) await act("act", press);
}

function one(step, at) {
  const label = `${at + 1} ${step.label}`;
  return h(
    "li",
    {},
    h(
      step.seen ? "button.step.seen" : "button.step",
      { type: "button", "data-key": `step-${at}`, "aria-label": step.seen ? `${label}: ✓` : label, onclick: () => take(step) },
      h("b", { "aria-hidden": "true" }, step.seen ? "✓" : String(at + 1)),
      step.label,
    ),
  );
}

function news(elsewhere) {
  const shown = store.guide.news.filter((piece) => piece.channel !== store.channel && (piece.who || conversation(piece.channel)));
  if (!shown.length) return null;
  const link = (piece) => {
    const where = piece.who ? person(piece.who).real_name : `#${conversation(piece.channel).name}`;
    const href = `#/${piece.who ?? store.who}/${piece.channel}`;
    return h("a", { href, "data-key": `news-${piece.channel}`, onclick: () => (store.tab = "messages") }, h("b", {}, where), ` ${piece.text}`);
  };
  return h("p.news", { role: "status" }, h("span", {}, elsewhere), shown.map(link));
}

export function drawGuide() {
  const open = scene();
  const bar = byId("guide");
  bar.hidden = !open;
  if (!open) return;
  redraw(bar, [store.guide, store.channel, store.who], () => [
    h(
      "div.projects",
      {},
      h("h2", {}, open.heading),
      store.guide.scenes.map((each) =>
        h("a", { href: `#/${each.who}/${each.channel}`, "data-key": `scene-${each.channel}`, "aria-current": each === open ? "true" : null }, each.title),
      ),
    ),
    h("ol.steps", {}, open.steps.map(one)),
    news(open.elsewhere),
  ]);
}

/** Shortly before nine: the press that brings the mornings and the digest. */
export function nineChip() {
  const open = scene();
  const step = open?.nine && open.steps.find((each) => each.clock);
  return step && h("button.chipbutton.nine", { type: "button", "data-key": "nine", onclick: () => take(step) }, open.nine);
}

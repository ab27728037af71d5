// The sandbox's own controls: its clock, and a look at what the app and Slack say to each other.

import { byId, h, icon, iconButton, ICONS, menu, redraw } from "./dom.js";
import { control, locale, refresh, say, store, zone } from "./store.js";
import { nineChip } from "./guide.js";
import { seconds } from "./elements.js";
import { clockTime, dayKey } from "./text.js";

const HOUR = 3_600_000;
const clock = (body) => () => control("clock", body);
const at = (day, time) => new Date(seconds(`${day}T${time}`) * 1000).toISOString();
const dayAfter = (days) => dayKey(new Date(store.now.getTime() + days * 24 * HOUR));

function nextMonday() {
  const name = new Intl.DateTimeFormat("en-GB", { timeZone: zone(), weekday: "short" }).format(store.now);
  return dayAfter(7 - ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(name));
}

function pick() {
  const field = h("input", { type: "datetime-local", value: `${dayAfter(1)}T09:00`, "aria-label": say("New time", "Nieuwe tijd") });
  const submit = () => (box.close(), control("clock", { to: new Date(seconds(field.value) * 1000).toISOString() }));
  const box = h(
    "dialog.modal.small",
    { "aria-label": say("Set the clock forward", "Zet de klok vooruit"), onclose: () => box.remove() },
    h("header", {}, h("h2", {}, say("Set the clock forward", "Zet de klok vooruit"))),
    h("div.body", {}, h("p.hint", {}, say(`Time in ${zone()}. This is the demo's own clock, not your computer's; it never goes back.`, `Tijd in ${zone()}. Dit is de klok van de demo, niet die van je computer; hij gaat nooit terug.`)), field),
    h("footer", {}, h("button.plain", { type: "button", onclick: () => box.close() }, say("Cancel", "Annuleren")), h("button.primary", { type: "button", onclick: submit }, say("Set", "Zet"))),
  );
  document.body.append(box);
  box.showModal();
}

const openClock = (event) =>
  menu(event.currentTarget, [
    { heading: say(`The demo's own clock, in ${zone()}`, `De klok van de demo, in ${zone()}`) },
    { label: say("+10 minutes", "+10 minuten"), run: clock({ by_seconds: 600 }) },
    { label: say("+1 hour", "+1 uur"), run: clock({ by_seconds: 3600 }) },
    { label: say("Tomorrow 9:00", "Morgen 9:00"), run: clock({ to: at(dayAfter(1), "09:00") }) },
    { label: say("Monday 9:00", "Maandag 9:00"), run: clock({ to: at(nextMonday(), "09:00") }) },
    { label: say("Pick a time…", "Kies een tijd…"), run: pick },
  ]);

export function clockChip() {
  const part = (options) => new Intl.DateTimeFormat(locale(), { timeZone: zone(), ...options }).format(store.now);
  const parts = [part({ weekday: "short" }), part({ day: "numeric", month: "short" }), clockTime(store.now)];
  const words = parts.join(" ");
  return h("button.chipbutton", { type: "button", "data-key": "clock", "aria-haspopup": "menu", "aria-label": say(`Demo clock: ${words}`, `Klok van de demo: ${words}`), title: say("The demo's own clock, not your computer's. Press to move it on.", "De klok van de demo, niet die van je computer. Druk om hem vooruit te zetten."), onclick: openClock }, icon(ICONS.clock), h("small", {}, say("Demo clock", "Demoklok")), parts.map((one) => h("span", {}, one)));
}

export function peekChip() {
  const on = store.pane?.kind === "peek";
  const toggle = () => ((store.pane = on ? null : { kind: "peek" }), refresh());
  return h("button.chipbutton", { type: "button", "data-key": "peek", "aria-pressed": String(on), onclick: toggle }, icon(ICONS.pulse), "Peek");
}

/** The part of a body that says what it is about, past what is the same in all. */
const gist = (body) => /"(event|actions|command|view|callback_id)": .*/s.exec(body)?.[0] ?? body;

const ARROWS = { call: "→", event: "←" };
export function drawPeek(pane) {
  const close = () => ((store.pane = null), refresh());
  redraw(pane, ["peek", store.traffic], () => [
    h("header", {}, h("h2", {}, "Traffic"), h("small", {}, "→ app to Slack, ← Slack to app"), iconButton("close", "Close traffic", close)),
    h(
      "ol.traffic",
      {},
      store.traffic.map((one) =>
        h(
          one.error ? "li.failed" : "li",
          {},
          h("time", {}, clockTime(new Date(one.at))),
          h("i", { title: one.direction }, ARROWS[one.direction] ?? "·"),
          h("b", {}, one.name),
          h("span.outcome", {}, one.error ?? "ok"),
          one.summary.length > 2 && h("details", {}, h("summary", {}, gist(one.summary)), h("pre", {}, one.summary)),
        ),
      ),
    ),
  ]);
}

/** Keep the chip's time right while nothing else happens. */
export const tick = () => setInterval(() => document.hidden || refresh(), 20_000);
export const drawChips = () => redraw(byId("chips"), [store.now.toISOString().slice(0, 16), zone(), store.pane?.kind, store.guide.scenes, store.channel], () => [nineChip(), clockChip(), peekChip()]);

"""Sentences about several action items at once: from a file, added together, given together."""

from collections.abc import Sequence
from datetime import date

from bot.action_items.model import ActionItem
from bot.action_items.text.cards import action_items
from bot.notes.headers import Role
from bot.text.formats import counted, near_days
from bot.text.sentences import Speaker, bold, channel, code, esc, said

MOST_NAMED = 6
"""Owners that a headline names."""


class TogetherTexts(Speaker):
    """`who` and owners are names; empty where nobody is named."""

    def together_headline(
        self,
        who: str,
        count: int,
        owners: Sequence[tuple[str, int]],
        nobodys: int,
        done: int,
        days: tuple[date, date] | None,
        today: date,
    ) -> str:
        """*Tom added 40 action items* · Priya 27, Tom 7, 6 without an owner · 10–24 Dec, of those left."""
        items = action_items(count, self.language)
        added = self.say(en=f"{who} added {items}", nl=f"{who} voegde {items} toe")
        if not count:
            taken = self.say(
                en=f"{who} added action items and took them back",
                nl=f"{who} voegde actiepunten toe en nam ze terug",
            )
            return bold(taken)
        named = [f"{esc(name)} {number}" for name, number in owners[:MOST_NAMED]]
        rest = sum(number for _name, number in owners[MOST_NAMED:])
        others = self.say(en=f"others {rest}", nl=f"anderen {rest}") if rest else ""
        free = self.say(en=f"{nobodys} without an owner", nl=f"{nobodys} zonder actiehouder")
        facts = (
            bold(added),
            ", ".join(filter(None, (*named, others, free if nobodys else ""))),
            near_days(*days, today, self.language) if days else "",
            self.say(en=f"{done} done", nl=f"{done} gereed") if done else "",
        )
        return " · ".join(filter(None, facts))

    def together_who_takes(self, count: int) -> str:
        """In a field that a person is chosen in."""
        if count == 1:
            return self.say(en="Who takes this one?", nl="Wie pakt deze?")
        return self.say(en=f"Who takes these {count}?", nl=f"Wie pakt deze {count}?")

    together_show_all = said(en="Show all", nl="Toon alles")
    together_all_owned = said(
        en="They all have an owner by now.", nl="Ze hebben nu allemaal een actiehouder."
    )
    action_word = said(en="/spil action", nl="/spil actie")
    """The command as it can be typed everywhere."""

    def together_given(self, who: str, count: int) -> str:
        items = bold(action_items(count, self.language))
        return self.say(en=f"Given to {esc(who)}: {items}.", nl=f"Overgedragen aan {esc(who)}: {items}.")

    def together_for_you(self, who: str, count: int, done: int) -> str:
        """To an owner; `count` are still theirs and stand, `done` of these are done."""
        by, items = bold(who), bold(action_items(count, self.language))
        if not count:
            return self.say(
                en=f"None of the action items that {by} added for you is yours any more.",
                nl=f"Geen van de actiepunten die {by} voor je toevoegde, is nog van jou.",
            )
        if done == count:
            return self.say(en=f"✓ {items} for {by}: all done", nl=f"✓ {items} voor {by}: alles gereed")
        over = self.say(en=f" · {done} done", nl=f" · {done} gereed") if done else ""
        return self.say(en=f"{by} asks you for {items}", nl=f"{by} vraagt je om {items}") + over

    def together_about(self, days: tuple[date, date] | None, today: date, project_channel: str) -> str:
        """10–24 Dec · #atlas"""
        when = near_days(*days, today, self.language) if days else ""
        return " · ".join(filter(None, (when, channel(project_channel))))

    together_taken = said(en="✓ You'll do these", nl="✓ Jij pakt deze op")
    """Once they said that they do them."""
    together_take = said(en="I'll do these", nl="Pak ik op")
    together_go_through = said(en="Go through them", nl="Loop ze door")

    def together_all_yours(self, who: str) -> str:
        """Above each of them."""
        return self.say(en=f"All that {bold(who)} asked you for:", nl=f"Alles wat {bold(who)} je vroeg:")

    def together_for_other(self, item: ActionItem, owner: str) -> str:
        """Instead of the row of one that was theirs."""
        now_of = self.say(
            en=f"is now with {esc(owner)}" if owner else "is no longer yours",
            nl=f"ligt nu bij {esc(owner)}" if owner else "is niet meer van jou",
        )
        return f"{esc(item.text)} · {now_of} · A-{item.number}"

    def together_more(self, count: int) -> str:
        return self.say(
            en=f"and {count} more: `/spil action list mine` shows them all",
            nl=f"en nog {count}: `/spil actie lijst mijn` toont ze alle",
        )

    together_card = said(en="Another date, not yours, later …", nl="Andere datum, niet van jou, later …")

    import_title = said(en="Import action items", nl="Actiepunten inlezen")

    def import_intro(self) -> str:
        header = self.say(
            en=("action", "owner", "due", "status"), nl=("actiepunt", "actiehouder", "datum", "status")
        )
        columns = ", ".join(map(code, header))
        return self.say(
            en=f"Copy the rows out of your spreadsheet or CSV file, with their header: {columns}. "
            "You see what I read, line by line, before anything is added. "
            "A whole file? Send it to me in a direct message.",
            nl=f"Kopieer de rijen uit je spreadsheet of csv-bestand, met de kopregel: {columns}. "
            "Je ziet regel voor regel wat ik lees, voordat er iets wordt toegevoegd. "
            "Een heel bestand? Stuur het me in een direct bericht.",
        )

    import_rows = said(en="Rows", nl="Rijen")
    import_more = said(en="More rows", nl="Meer rijen")
    import_hint = said(
        en="With tabs, commas or semicolons; a field holds 3,000 characters.",
        nl="Met tabs, komma's of puntkomma's; in een veld passen 3.000 tekens.",
    )
    import_read = said(en="Read", nl="Lees in")
    import_nothing = said(en="I find no rows in this.", nl="Ik vind hier geen rijen in.")

    def import_found(self, name: str, project: str, count: int) -> str:
        """In a direct message, of a file that was sent there."""
        return self.say(
            en=f"{counted(count, 'row', 'rows')} in {bold(name)} for {bold(project)}. Nothing is added yet.",
            nl=f"{counted(count, 'rij', 'rijen')} in {bold(name)} voor {bold(project)}. "
            "Er is nog niets toegevoegd.",
        )

    def import_which_project(self, name: str) -> str:
        return self.say(
            en=f"For which project are the rows of {bold(name)}?",
            nl=f"Voor welk project zijn de rijen van {bold(name)}?",
        )

    import_choose_project = said(en="Choose a project", nl="Kies een project")
    import_go_through = said(en="Go through them", nl="Loop ze door")

    def import_too_large(self, name: str) -> str:
        return self.say(
            en=f"{bold(name)} is larger than 1 MB. Send it in parts.",
            nl=f"{bold(name)} is groter dan 1 MB. Stuur het in delen.",
        )

    def import_too_many(self, name: str, rows: int, most: int) -> str:
        return self.say(
            en=f"{bold(name)} has {rows} rows, and I take at most {most} at once. Send it in parts.",
            nl=f"{bold(name)} heeft {rows} rijen, en ik neem er hooguit {most} tegelijk. Stuur het in delen.",
        )

    def import_unread(self, name: str) -> str:
        return self.say(
            en=(
                f"I can't read {bold(name)}. Save it as CSV, with a header such as "
                f"{code('action;owner;due')}."
            ),
            nl=f"Ik kan {bold(name)} niet lezen. Bewaar het als csv, met de kop {code('actie;wie;datum')}.",
        )

    import_no_project = said(
        en="You're in no project yet. Type `/spil project` in its channel to set one up.",
        nl="Je zit nog in geen project. Typ `/spil project` in het kanaal om het in te richten.",
    )

    def lines_raised(self, first: int, last: int, count: int, left: Sequence[int]) -> str:
        """`left`: the lines that were not ticked."""
        numbers = f"A-{first}" if count == 1 else f"A-{first} – A-{last}"
        items, lines = bold(action_items(count, self.language)), ", ".join(map(str, left))
        return self.say(
            en=f"Added: {items} ({numbers})." + (f" Left out: line {lines}." if left else ""),
            nl=f"Toegevoegd: {items} ({numbers})." + (f" Overgeslagen: regel {lines}." if left else ""),
        )

    def lines_rest(self, count: int) -> str:
        return self.say(
            en="1 more line waits." if count == 1 else f"{count} more lines wait.",
            nl="Er wacht nog 1 regel." if count == 1 else f"Er wachten nog {count} regels.",
        )

    lines_go_on = said(en="Go on with the rest", nl="Verder met de rest")

    def given_together(self, who: str, count: int, project_channel: str) -> str:
        here, items = channel(project_channel), action_items(count, self.language)
        if count == 0:
            return self.say(
                en=f"The action items in {here} that stood here aren't yours any more.",
                nl=f"De actiepunten in {here} die hier stonden, zijn niet meer van jou.",
            )
        return self.say(
            en=f"*{esc(who)}* gave you {items} in {here}. Each has its card in this thread.",
            nl=f"*{esc(who)}* gaf je {items} in {here}. Elk heeft zijn kaart in deze thread.",
        )

    columns_asked = said(
        en="Which column is the text, the owner, the date? I remember it for this project.",
        nl="Welke kolom is de tekst, de actiehouder, de datum? Ik onthoud het voor dit project.",
    )

    def column_of(self, role: Role, name: str) -> str:
        """The column that is taken for this part; empty for none."""
        none = self.say(en="no column", nl="geen kolom")
        part = self.say(
            en={Role.text: "Text", Role.owner: "Owner"}.get(role, "Date"),
            nl={Role.text: "Tekst", Role.owner: "Actiehouder"}.get(role, "Datum"),
        )
        return f"{part}: {name or none}"

    column_none = said(en="No column", nl="Geen kolom")
    columns_change = said(en="Other columns", nl="Andere kolommen")

"""Sentences about several action items at once: from a file, raised together, given together."""

from collections.abc import Sequence

from bot.action_items.text.cards import action_items
from bot.text.formats import counted
from bot.text.marks import bold, channel, code, esc
from bot.text.speaker import Speaker, said


class ImportTexts(Speaker):
    """`by` and `owner` are names, not mentions; empty where nobody is named."""

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
            "Een heel bestand? Stuur het me in een privébericht.",
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

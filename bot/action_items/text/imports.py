"""Sentences about action items that come from a spreadsheet or a CSV file."""

from typing import Protocol

from bot.text.marks import bold, code


class ImportTexts(Protocol):
    def import_title(self) -> str: ...
    def import_intro(self) -> str: ...
    def import_rows(self) -> str: ...
    def import_more(self) -> str: ...
    def import_hint(self) -> str: ...
    def import_read(self) -> str: ...
    def import_nothing(self) -> str: ...
    def import_found(self, name: str, project: str, count: int) -> str:
        """In a direct message, of a file that was sent there."""

    def import_which_project(self, name: str) -> str: ...
    def import_choose_project(self) -> str: ...
    def import_go_through(self) -> str: ...
    def import_too_large(self, name: str) -> str: ...
    def import_too_many(self, name: str, rows: int, most: int) -> str: ...
    def import_unread(self, name: str) -> str: ...
    def import_no_project(self) -> str: ...


class EnglishImports:
    def import_title(self) -> str:
        return "Import action items"

    def import_intro(self) -> str:
        columns = ", ".join(map(code, ("action", "owner", "due", "status")))
        return (
            f"Copy the rows out of your spreadsheet or CSV file, with their header: {columns}. "
            "You see what I read, line by line, before anything is raised. "
            "A whole file? Send it to me in a direct message."
        )

    def import_rows(self) -> str:
        return "Rows"

    def import_more(self) -> str:
        return "More rows"

    def import_hint(self) -> str:
        return "With tabs, commas or semicolons; a field holds 3,000 characters."

    def import_read(self) -> str:
        return "Read"

    def import_nothing(self) -> str:
        return "I find no rows in this."

    def import_found(self, name: str, project: str, count: int) -> str:
        rows = "1 row" if count == 1 else f"{count} rows"
        return f"{rows} in {bold(name)} for {bold(project)}. Nothing is raised yet."

    def import_which_project(self, name: str) -> str:
        return f"For which project are the rows of {bold(name)}?"

    def import_choose_project(self) -> str:
        return "Choose a project"

    def import_go_through(self) -> str:
        return "Go through them"

    def import_too_large(self, name: str) -> str:
        return f"{bold(name)} is larger than 1 MB. Send it in parts."

    def import_too_many(self, name: str, rows: int, most: int) -> str:
        return f"{bold(name)} has {rows} rows, and I take at most {most} at once. Send it in parts."

    def import_unread(self, name: str) -> str:
        return (
            f"I cannot read {bold(name)}. Save it as CSV, with a header such as {code('action;owner;due')}."
        )

    def import_no_project(self) -> str:
        return "You are in no project yet. Type `/spil project` in its channel to set one up."


class DutchImports:
    def import_title(self) -> str:
        return "Actiepunten inlezen"

    def import_intro(self) -> str:
        columns = ", ".join(map(code, ("actiepunt", "actiehouder", "streefdatum", "status")))
        return (
            f"Kopieer de rijen uit je spreadsheet of csv-bestand, met de kopregel: {columns}. "
            "Je ziet regel voor regel wat ik lees, voordat er iets wordt ingebracht. "
            "Een heel bestand? Stuur het me in een privébericht."
        )

    def import_rows(self) -> str:
        return "Rijen"

    def import_more(self) -> str:
        return "Meer rijen"

    def import_hint(self) -> str:
        return "Met tabs, komma's of puntkomma's; in een veld passen 3.000 tekens."

    def import_read(self) -> str:
        return "Lees in"

    def import_nothing(self) -> str:
        return "Ik vind hier geen rijen in."

    def import_found(self, name: str, project: str, count: int) -> str:
        rows = "1 rij" if count == 1 else f"{count} rijen"
        return f"{rows} in {bold(name)} voor {bold(project)}. Er is nog niets ingebracht."

    def import_which_project(self, name: str) -> str:
        return f"Voor welk project zijn de rijen van {bold(name)}?"

    def import_choose_project(self) -> str:
        return "Kies een project"

    def import_go_through(self) -> str:
        return "Loop ze na"

    def import_too_large(self, name: str) -> str:
        return f"{bold(name)} is groter dan 1 MB. Stuur het in delen."

    def import_too_many(self, name: str, rows: int, most: int) -> str:
        return f"{bold(name)} heeft {rows} rijen, en ik neem er hooguit {most} tegelijk. Stuur het in delen."

    def import_unread(self, name: str) -> str:
        return f"Ik kan {bold(name)} niet lezen. Bewaar het als csv, met de kop {code('actie;wie;datum')}."

    def import_no_project(self) -> str:
        return "Je zit nog in geen project. Typ `/spil project` in het kanaal om het in te richten."

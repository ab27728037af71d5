"""Sentences about the columns of a pasted table, asked once for a project."""

from bot.notes.headers import Role
from bot.text.speaker import Speaker, said


class ColumnTexts(Speaker):
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

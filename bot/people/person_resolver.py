"""Finds whose name somebody wrote: a member of the project, or why it is nobody who can own."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.core.context import Context, people_of
from bot.core.errors import PersonGone, PersonIsBot, PersonIsGuest, PersonOutside, Rejected
from bot.core.people import Person
from bot.core.project import check_can_own
from bot.notes.pasted_lines import Doubt, Line, Why
from bot.notes.people import ADDRESS, split_names
from bot.people.matching import called, other_name, several
from bot.people.preferences import OtherNames

GROUP, MENTION = "<!subteam^", "<@"
USER = re.compile(r"(?:<@)?([UW][A-Z0-9]+)(?:\||>|$)")
MOST_STRANGERS = 500
"""Names in a list that are looked up outside of the project."""
MENTIONED, GROUPED = re.compile(r"<@(\w+)>"), re.compile(r"<!subteam\^\w+>")
DOUBTS: dict[type[Rejected], Doubt] = {
    PersonIsGuest: Doubt.guest,
    PersonIsBot: Doubt.bot,
    PersonGone: Doubt.gone,
    PersonOutside: Doubt.outside,
}


class Names:
    """The people of a project, asked once for many lines."""

    def __init__(self, ctx: Context) -> None:
        self.uow, self.project = ctx.uow, ctx.project
        self.members = ctx.uow.people.members(ctx.project.team, ctx.project.channel)
        self.people = people_of(ctx.uow, ctx.project)
        self._others = ctx.uow.of(OtherNames).of_project(ctx.project.id)
        self._found: dict[str, dict[str, Any]] = {}
        self._strangers: dict[str, list[Person]] = {}
        """All of the workspace who are called so, by the name as it was written."""
        self._mentioned = dict(self.people)

    @property
    def known(self) -> frozenset[str]:
        """All ways in which they may be called, in lower case."""
        people = self.people.values()
        written = [name for person in people for name in (person.name, person.full_name, person.email)]
        return frozenset(part for name in written if name for part in (name.lower(), name.lower().split()[0]))

    def with_owners(self, lines: Iterable[Line]) -> Iterator[Line]:
        """The lines with their owners; those below a heading that is somebody's name are theirs."""
        lines = list(lines)
        self._meet(lines)
        read = [self.with_owner(line) for line in lines]
        called = any(line.owner for line in read)
        above: str | None = None
        for line in read:
            if line.why is Why.heading:
                above = self._member_called(line.text.rstrip(" :"))
            elif line.whole and line.owner_doubt is Doubt.unknown:
                line = _with_name(line, called)
            if above and line.why is not Why.heading and not (line.owner or line.owner_doubt):
                line = line.evolve(owner=above)
            text = self.readable(line.text)
            if line.whole or text != line.text:
                line = line.evolve(text=text, whole="")
            yield line

    def _meet(self, lines: Iterable[Line]) -> None:
        """Ask at once for all whom the lines name."""
        written = dict.fromkeys(line.owner_said for line in lines)
        said = dict.fromkeys(part for each in written for part in (each, *split_names(each)))
        mentioned = {found[1] for line in lines for found in MENTIONED.finditer(line.text)}
        mentioned |= {found[1] for part in said if (found := USER.match(part))}
        self._mentioned |= self.uow.people.get_many(self.project.team, mentioned - {*self._mentioned})
        self._ask(list(filter(None, said))[:MOST_STRANGERS])

    def _ask(self, said: Sequence[str]) -> None:
        written = {name: name.lstrip("@").strip().lower() for name in said}
        found = self.uow.people.named(self.project.team, *written.values()) if written else []
        for name, plain in written.items():
            self._strangers[name] = [
                each for each in found if plain in (each.name.lower(), (each.email or each.name).lower())
            ]

    def readable(self, text: str) -> str:
        """With names in place of mentions."""
        if "<" not in text:
            return text
        return MENTIONED.sub(lambda found: f"@{self._name(found[1])}", GROUPED.sub("@group", text))

    def with_owner(self, line: Line) -> Line:
        """The line with the owner that is written in it, or with what is doubtful about them."""
        if not line.owner_said:
            return line
        if line.owner_said not in self._found:
            self._found[line.owner_said] = self._changes(line.owner_said)
        return line.evolve(**self._found[line.owner_said])

    def _changes(self, said: str) -> dict[str, Any]:
        if said.startswith(GROUP):
            return {"owner_doubt": Doubt.group, "owner_said": ""}
        if (other := self._others.get(other_name(said))) in self.people:
            return {"owner": other, "owner_said": ""}
        more = several(said, self.people)
        found = [] if more else called(said, self.people)
        if len(found) == 1:
            return {"owner": found[0], "owner_said": ""}
        if found:
            return {"owner_doubt": Doubt.namesakes}
        parts = split_names(said)
        if more or (len(parts) > 1 and any(map(self._anybody_at_all, parts))):
            return {"owner_doubt": Doubt.several, "owner_said": self._as_read(said)}
        return self.doubt_of(said)

    def _anybody_at_all(self, said: str) -> bool:
        return bool(called(said, self.people)) or self._anybody(said) is not None

    def _member_called(self, heading: str) -> str | None:
        """Only by whole words of their name: a heading may be about anything."""
        if heading.startswith(MENTION):
            found = called(heading, self.people)
        else:
            words = set(heading.casefold().split())
            found = [
                user
                for user, person in self.people.items()
                if words and words <= {*person.name.casefold().split(), *person.full_name.casefold().split()}
            ]
        return found[0] if len(found) == 1 else None

    def _name(self, user: str) -> str:
        person = self._mentioned.get(user) or self.uow.people.get(self.project.team, user)
        return person.name if person else user

    def doubt_of(self, said: str) -> dict[str, Any]:
        """Why somebody, by name, mention or id, cannot own anything here."""
        address = ADDRESS.search(said)
        person = self._anybody(address.group() if address else said)
        if person is None:
            return {"owner": None, "owner_doubt": Doubt.unknown, "owner_said": self._as_read(said)}
        try:
            check_can_own(person, self.members)
            doubt = Doubt.unknown
        except Rejected as reason:
            doubt = DOUBTS.get(type(reason), Doubt.unknown)
        return {"owner": None, "owner_doubt": doubt, "owner_said": person.name}

    def _anybody(self, said: str) -> Person | None:
        team, user = self.project.team, USER.match(said)
        if user and (person := self._mentioned.get(user[1]) or self.uow.people.get(team, user[1])):
            return person
        if said not in self._strangers:
            if len(self._strangers) >= MOST_STRANGERS:
                return None
            self._ask([said])
        named = self._strangers[said]
        return named[0] if len(named) == 1 else None

    def _as_read(self, said: str) -> str:
        """Mentions by their name."""
        for part in split_names(said):
            person = self._anybody(part) if part.startswith(MENTION) else None
            said = said.replace(part, person.name) if person else said
        return said.lstrip("@")


def _with_name(line: Line, called: bool) -> Line:
    """With what stands before it left in: that in "Budget: 3 days" is nobody."""
    nobody = {} if called else {"owner_doubt": Doubt.none, "owner_said": ""}
    return line.evolve(text=line.whole, **nobody)

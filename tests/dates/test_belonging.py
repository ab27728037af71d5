"""A date that belongs to the words in front of it is cut off in no language: lead-ins × names of months."""

import pytest

from bot.core.language import Language
from bot.dates.due import split_terms
from tests.kit.clock import MONDAY

MONTHS = {
    Language.en: "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec",
    Language.nl: "januari februari maart april mei juni juli augustus september oktober november december "
    "jan feb mrt apr jun jul aug sep sept okt nov dec",
}
LEADS = {
    Language.en: (
        *("photos of", "messages since", "push the party back to", "compare them with", "a bill from"),
        *("wipe the logs up to", "the leaflet dated", "extend the lease ending", "an essay about"),
    ),
    Language.nl: (
        *("foto's van", "berichten sinds", "schuif het feest op naar", "vergelijk ze met", "de rekening van"),
        *("wis de logs van voor", "folder d.d.", "huur verlengen die afloopt op", "het meer dan"),
    ),
}


def lines(language: Language) -> list[str]:
    days = [f"3 {month}" for month in MONTHS[language].split()] + ["2026-12-03", "3-12-2026"]
    return [f"{lead} {day}" for lead in LEADS[language] for day in days]


@pytest.mark.parametrize("spoken", [[Language.en], [Language.nl], list(Language), list(Language)[::-1]])
@pytest.mark.parametrize("language", list(Language))
def test_no_lead_in_loses_its_date(language: Language, spoken: list[Language]) -> None:
    if language not in spoken:  # who speaks but the other language, is read in that alone
        return
    cut = []
    for line in lines(language):
        found = split_terms(line, MONDAY, "Europe/Amsterdam", spoken)
        if (found.due.text, found.due.day, found.starts) != (line, None, None):
            cut.append(line)
    assert cut == []

from bot.exports.model import Column
from bot.exports.text import ExportTexts
from tests.kit.both import check_both


def test_both_languages_say_it_all() -> None:
    samples = {
        "export_column": (Column.text,),
        "export_title": ("Atlas",),
        "export_file": ("Atlas", 2),
        "export_cut": ("Atlas", 20000, "Molen"),
        "export_empty": ("/action",),
        "export_coming": ("",),
    }
    check_both(ExportTexts, samples)

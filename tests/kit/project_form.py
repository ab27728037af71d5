"""What the form of a project holds."""

from bot.sandbox.person import Person


def values(person: Person) -> dict[str, object]:
    """What the open form holds at first, by field."""
    assert person.modal is not None
    fields = [block for block in person.modal["blocks"] if block["type"] == "input"]
    inputs = {block["block_id"]: block["element"] for block in fields}
    kept = ("initial_value", "initial_user", "initial_time")
    shown = {
        field: next((each[name] for name in kept if name in each), None) for field, each in inputs.items()
    }
    for field in shown.keys() & {"language", "digest_day", "retention_days"}:
        shown[field] = inputs[field]["initial_option"]["value"]
    return shown

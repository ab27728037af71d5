"""The `spil` command."""

import argparse
import gc
import json
import sys
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from bot.runtime.settings import Settings

DESCRIPTION = "Spil keeps a project's house in order, in Slack: meetings, action items, minutes, digests."
OK, FAILED, USAGE = 0, 1, 2
TOOLS = {
    "when": ("show how a date in words is read", "bot.runtime.read:when"),
    "read": ("show how a line behind /action or /meeting is read", "bot.runtime.read:read"),
    "busy": ("show when the owner of a calendar file is busy", "bot.runtime.draft:busy"),
    "draft": ("draft minutes from files of notes, by rules", "bot.runtime.draft:draft_files"),
}
"""Each reads its own arguments, and is loaded once it is asked for."""


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="spil", description=DESCRIPTION, allow_abbrev=False)
    words = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    demo = words.add_parser("demo", help="try it: a small local Slack with a project team, in your browser")
    demo.add_argument("--keep", metavar="DIR", help="keep the data there, and go on with it next time")
    demo.add_argument("--port", type=int, default=0, help="port of the page (default: a free one)")
    demo.add_argument("--language", choices=("en", "nl"), default="en", help="of the project it opens with")
    demo.add_argument("--tour", action="store_true", help="play the main job here, without a browser")
    demo.add_argument("--no-browser", action="store_true", help="print the address, open nothing")
    demo.set_defaults(work=_demo)
    run = words.add_parser("run", help="run the bot in your own Slack, with the tokens of .env")
    run.set_defaults(work=_run)
    migrate = words.add_parser("migrate", help="bring the database to this version (run does it too)")
    migrate.set_defaults(work=_migrate)
    doctor = words.add_parser("doctor", help="check settings, tokens, scopes, database, model, time zones")
    doctor.set_defaults(work=_doctor)
    person = words.add_parser("person", help="print all that is kept of a person, or erase it")
    person.add_argument("who", help="their name, e-mail address or Slack user id")
    person.add_argument("--erase", action="store_true", help="for good; say who by their id")
    person.set_defaults(work=_person)
    manifest = words.add_parser("manifest", help="print the Slack app manifest to paste when making the app")
    manifest.set_defaults(work=_manifest)
    for name, (told, _work) in TOOLS.items():
        words.add_parser(name, help=told, add_help=False)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Returns 0 when it worked, 1 when it did not, 2 when the command line is wrong."""
    args = list(sys.argv[1:] if argv is None else argv)
    if not args:
        parser().print_help()
        return USAGE
    if args[0] in TOOLS:
        module, _, tool = TOOLS[args[0]][1].partition(":")
        answer: int = getattr(import_module(module), tool)(args[1:])
        return answer
    options = parser().parse_args(args)
    try:
        work: Callable[[argparse.Namespace], int] = options.work
        return work(options)
    except _problems() as problem:
        return _complain(str(problem))


def _problems() -> tuple[type[Exception], ...]:
    """Those that whoever typed the command can do something about; loaded when there is one."""
    from bot.runtime.settings import SettingsError
    from storage.core.engine import InUse

    return SettingsError, InUse


def _complain(problem: str) -> int:
    for line in problem.splitlines():
        print(f"spil: {line}", file=sys.stderr)
    return FAILED


def _demo(options: argparse.Namespace) -> int:
    # Next to nothing is thrown away before the page is there, and looking for it takes a tenth of the time:
    # that is why all else is loaded later.
    gc.disable()
    with ExitStack() as ending:
        data = Path(options.keep or ending.enter_context(TemporaryDirectory(prefix="spil-")))
        return _play(options, data)


def _play(options: argparse.Namespace, data: Path) -> int:
    """The local Slack and the bot in one process, each as it would be in two."""
    from pydantic import SecretStr

    from bot.runtime.logs import set_up_logs
    from bot.runtime.process import entrance, run, stop_on_signals
    from bot.runtime.wiring import open_registry, open_spil
    from bot.sandbox import (
        SCENES,
        LocalSlack,
        live_through,
        play_the_tour,
        seat_the_cast,
        seat_the_demo,
        settle,
    )
    from handlers.slack.manifest import manifest

    set_up_logs("error" if options.tour else "warning", "text")
    data.mkdir(parents=True, exist_ok=True)
    with LocalSlack(keep=data / "slack.db" if options.keep else None, port=options.port) as slack:
        settings = demo_settings(slack.api_url, data)
        slack.install(manifest(open_registry(), settings.slash_names))
        settings.slack_bot_token = SecretStr(slack.bot_token)
        settings.slack_app_token = SecretStr(slack.app_token)
        outcome, stop, scenes = [True], stop_on_signals(), SCENES[options.language]
        is_new = seat_the_cast(slack) if options.tour else seat_the_demo(slack, scenes[0].zone)

        def ready() -> None:
            # Its socket is open on our side a moment before Slack's knows of it.
            slack.wait_for(lambda: slack.connections)
            if options.tour:
                if is_new:
                    settle(slack)
                outcome[0] = play_the_tour(slack, print)
                stop.set()
                return
            if is_new:
                # Kept, it is at another address the next time.
                live_through(slack, scenes[0], spil.worker.work_until_idle, linked=not options.keep)
            slack.guide.follow(scenes)
            # What was loaded stays: else the first look would go through all of it before the page is shown.
            gc.freeze()
            gc.enable()
            print(f"Spil's demo is at {slack.url} and ends with Ctrl-C.", flush=True)
            if not options.no_browser:
                webbrowser.open(slack.url)

        spil = open_spil(settings, slack.clock.now)
        slack.when_the_clock_moves(spil.clock.wake)
        run(spil, entrance(spil, settings), stop, ready)
    return OK if outcome[0] else FAILED


def demo_settings(api_url: str, data: Path) -> "Settings":
    """Nothing of the environment: the demo is the same everywhere. Short commands of both languages."""
    from pydantic import SecretStr

    from bot.runtime.settings import SHORT_NAMES, Settings

    short = {**SHORT_NAMES["en"], **SHORT_NAMES["nl"]}
    return Settings.model_construct(
        slack_api_url=api_url,
        database_url=SecretStr(f"sqlite:///{data / 'spil.db'}"),
        sqlite_synchronous="NORMAL",
        spil_calendar_hosts=urlsplit(api_url).hostname,
        spil_short_commands=", ".join(f"{name}={word}" for name, word in short.items()),
    )


def _run(_options: argparse.Namespace) -> int:
    from bot.runtime.settings import read_settings

    settings = read_settings()
    missing = _missing_tokens(settings)
    if missing:
        return _complain(missing)
    from slack_sdk.errors import SlackApiError

    from bot.runtime.logs import set_up_logs
    from bot.runtime.process import entrance, run, stop_on_signals
    from bot.runtime.wiring import open_spil

    set_up_logs(settings.spil_log_level, settings.spil_log_format)
    try:
        spil = open_spil(settings)
    except SlackApiError as refused:
        return _complain(f"Slack refused the bot token ({refused.response['error']}); see `spil doctor`.")
    run(spil, entrance(spil, settings), stop_on_signals())
    return OK


def _missing_tokens(settings: "Settings") -> str:
    """One line per token that this way of running needs and that is not set."""
    needed = {"SLACK_BOT_TOKEN": settings.slack_bot_token}
    if not settings.over_http:
        needed["SLACK_APP_TOKEN"] = settings.slack_app_token
    else:
        needed["SLACK_SIGNING_SECRET"] = settings.slack_signing_secret
    return "\n".join(
        f"{name} is not set; the README says where to find it, and `spil demo` needs none."
        for name, value in needed.items()
        if value is None or not value.get_secret_value()
    )


def _migrate(_options: argparse.Namespace) -> int:
    from bot.runtime.settings import read_settings
    from storage.core.engine import head, migrate, open_engine
    from storage.tables import metadata

    settings = read_settings()
    done = migrate(open_engine(settings.database_url.get_secret_value()), metadata)
    print(f"The database is at {head()}" + (f" ({', '.join(done)} applied)." if done else " already."))
    return OK


def _doctor(_options: argparse.Namespace) -> int:
    from bot.runtime.doctor import examine
    from bot.runtime.settings import read_settings

    findings = examine(read_settings())
    for finding in findings:
        print(finding)
    return OK if all(finding.fine for finding in findings) else FAILED


def _person(options: argparse.Namespace) -> int:
    from bot.runtime.person import show_or_erase

    problem = show_or_erase(options.who, erasing=options.erase)
    return _complain(problem) if problem else OK


def _manifest(_options: argparse.Namespace) -> int:
    from bot.runtime.settings import read_settings
    from bot.runtime.wiring import open_registry
    from handlers.slack.manifest import manifest

    settings = read_settings()
    made = manifest(open_registry(), settings.slash_names, socket_mode=not settings.over_http)
    print(json.dumps(made, indent=2, ensure_ascii=False))
    return OK


if __name__ == "__main__":
    sys.exit(main())

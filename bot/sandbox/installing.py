"""Installing the app from its manifest, as a workspace's admin does on Slack's pages."""

from bot.sandbox import actions
from bot.sandbox.manifest import Problem, check_manifest, scopes_of
from bot.sandbox.state import App, Json, User, Workspace


class ManifestRefused(Exception):
    """Slack would not take this manifest; `problems` says why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


def install_app(ws: Workspace, manifest: Json) -> App:
    """The app with its bot user; tokens and ids stay the same when it is installed again."""
    problems = check_manifest(manifest)
    if problems:
        raise ManifestRefused(problems)
    with ws.lock:
        app = ws.app or _new_app(ws)
        app.manifest, app.scopes = manifest, sorted(scopes_of(manifest))
        bot = ws.users.get(app.bot_user_id) or User(
            app.bot_user_id, "", "", tz="America/Los_Angeles", bot=True
        )
        named = str(manifest.get("features", {}).get("bot_user", {}).get("display_name") or app.name)
        bot.name, bot.real_name = named.lower().replace(" ", "_"), named
        bot.bot_id, bot.app_id = app.bot_id, app.id
        ws.put(app)
        actions.save_user(ws, bot)
        ws.changed("app_installed", app=app)
        return app


def _new_app(ws: Workspace) -> App:
    """Its secrets are no secrets: the sandbox answers on this machine alone. They look like no real ones."""
    return App(
        id=ws.new_id("A"),
        manifest={},
        bot_user_id=ws.new_id("U"),
        bot_id=ws.new_id("B"),
        scopes=[],
        bot_token="xoxb-local-bot-token",
        app_token="xapp-local-app-token",
        signing_secret="local-signing-secret",
    )

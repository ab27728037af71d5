"""users.*, usergroups.*, bots.info, team.info and what the app may know of itself."""

from bot.sandbox.serializers import user_json
from bot.sandbox.state import TEAM_DOMAIN, TEAM_ID, TEAM_NAME, Json, User, UserGroup
from bot.sandbox.web_api.access import user_of
from bot.sandbox.web_api.method import Call, Method, SlackError
from bot.sandbox.web_api.paging import page


def auth_test(call: Call) -> Json:
    me = call.ws.users[call.app.bot_user_id]
    return {
        "url": f"{call.base_url}/",
        "team": TEAM_NAME,
        "user": me.name,
        "team_id": TEAM_ID,
        "user_id": me.id,
        "bot_id": call.app.bot_id,
        "is_enterprise_install": False,
    }


def info(call: Call) -> Json:
    return {"user": _shown(call, user_of(call))}


def list_users(call: Call) -> Json:
    everyone = list(call.ws.users.values())
    shown, cursor = page(call, everyone, lambda user: user.id, default=1000)
    return {"members": [_shown(call, user) for user in shown], "cache_ts": call.ws.now_seconds(), **cursor}


def lookup_by_email(call: Call) -> Json:
    wanted = call.args["email"].casefold()
    known = (u for u in call.ws.users.values() if u.email and not u.deleted)
    found = next((u for u in known if (u.email or "").casefold() == wanted), None)
    if found is None:
        raise SlackError("users_not_found")
    return {"user": _shown(call, found)}


def _shown(call: Call, user: User) -> Json:
    email = "users:read.email" in call.app.scopes
    return user_json(call.ws, user, email=email, locale=bool(call.args.get("include_locale")))


def list_groups(call: Call) -> Json:
    return {"usergroups": [_group(call, each) for each in call.ws.usergroups.values()]}


def _group(call: Call, group: UserGroup) -> Json:
    shown: Json = {
        "id": group.id,
        "team_id": TEAM_ID,
        "is_usergroup": True,
        "name": group.name,
        "handle": group.handle,
        "description": "",
        "is_external": False,
        "date_delete": 0,
    }
    if call.args.get("include_users"):
        shown["users"] = list(group.users)
    if call.args.get("include_count"):
        shown["user_count"] = len(group.users)
    return shown


def group_users(call: Call) -> Json:
    group = call.ws.usergroups.get(call.args["usergroup"])
    if group is None:
        raise SlackError("no_such_subteam")
    return {"users": list(group.users)}


def bot_info(call: Call) -> Json:
    wanted = call.args.get("bot") or call.app.bot_id
    found = next((user for user in call.ws.users.values() if user.bot_id == wanted), None)
    if found is None:
        raise SlackError("bot_not_found")
    return {
        "bot": {
            "id": wanted,
            "deleted": found.deleted,
            "name": found.real_name,
            "updated": found.updated,
            "app_id": found.app_id,
            "user_id": found.id,
            "icons": {},
        }
    }


def team_info(call: Call) -> Json:
    if call.args.get("team", TEAM_ID) != TEAM_ID:
        raise SlackError("team_not_found")
    address = {"domain": TEAM_DOMAIN, "email_domain": "", "url": f"{call.base_url}/"}
    return {"team": {"id": TEAM_ID, "name": TEAM_NAME, **address, "icon": {"image_default": True}}}


PAGED = {"cursor": "str", "limit": "int", "team_id": "str"}
LOCALE = {"include_locale": "bool"}
GROUPS = {"include_users": "bool", "include_count": "bool", "include_disabled": "bool", "team_id": "str"}
GROUP_USERS = {"include_disabled": "bool", "team_id": "str"}
KNOW_GROUPS = ("usergroups:read",)

METHODS = (
    Method("auth.test", auth_test, tier=5),
    Method("users.info", info, {"user": "str"}, LOCALE, ("users:read",), tier=4),
    Method("users.list", list_users, {}, PAGED | LOCALE | {"presence": "bool"}, ("users:read",), tier=2),
    Method("users.lookupByEmail", lookup_by_email, {"email": "str"}, {}, ("users:read.email",)),
    Method("usergroups.list", list_groups, {}, GROUPS, KNOW_GROUPS, tier=2),
    Method("usergroups.users.list", group_users, {"usergroup": "str"}, GROUP_USERS, KNOW_GROUPS, tier=2),
    Method("bots.info", bot_info, {}, {"bot": "str", "team_id": "str"}, ("users:read",)),
    Method("team.info", team_info, {}, {"team": "str", "domain": "str"}, ("team:read",)),
)

"""Slack's own names that a manifest is checked against: reserved commands, scopes, events."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


RESERVED_COMMANDS = _words(
    """/me /status /away /dnd /shrug /remind /msg /feed /who /collapse /expand /leave /join /open /search
    /topic /mute /pro /shortcuts /invite /archive /rename /remove /prefs /star /call /huddle /apps /active"""
)

KNOWN_SCOPES = _words(
    """app_mentions:read assistant:write bookmarks:read bookmarks:write calls:read calls:write
    canvases:read canvases:write channels:history channels:join channels:manage channels:read
    channels:write.invites channels:write.topic chat:write chat:write.customize chat:write.public commands
    conversations.connect:manage conversations.connect:read conversations.connect:write dnd:read emoji:read
    files:read files:write groups:history groups:read groups:write groups:write.invites groups:write.topic
    im:history im:read im:write im:write.topic incoming-webhook links:read links:write links.embed:write
    lists:read lists:write metadata.message:read mpim:history mpim:read mpim:write mpim:write.topic
    pins:read pins:write reactions:read reactions:write reminders:read reminders:write remote_files:read
    remote_files:share remote_files:write team.billing:read team.preferences:read team:read triggers:read
    triggers:write usergroups:read usergroups:write users.profile:read users:read users:read.email
    users:write workflow.steps:execute"""
)

# An event -> the scopes of which one suffices; no scope means that every app may have it.
EVENT_SCOPES: dict[str, tuple[str, ...]] = {
    "app_deleted": (),
    "app_home_opened": (),
    "app_mention": ("app_mentions:read",),
    "app_rate_limited": (),
    "app_uninstalled": (),
    "tokens_revoked": (),
    "message.channels": ("channels:history",),
    "message.groups": ("groups:history",),
    "message.im": ("im:history",),
    "message.mpim": ("mpim:history",),
    "message_metadata_posted": ("metadata.message:read",),
    "message_metadata_updated": ("metadata.message:read",),
    "message_metadata_deleted": ("metadata.message:read",),
    "member_joined_channel": ("channels:read", "groups:read"),
    "member_left_channel": ("channels:read", "groups:read"),
    "channel_archive": ("channels:read",),
    "channel_created": ("channels:read",),
    "channel_deleted": ("channels:read",),
    "channel_id_changed": ("channels:read", "groups:read", "mpim:read", "im:read"),
    "channel_left": ("channels:read",),
    "channel_rename": ("channels:read",),
    "channel_shared": ("channels:read", "groups:read"),
    "channel_unarchive": ("channels:read",),
    "channel_unshared": ("channels:read", "groups:read"),
    "group_archive": ("groups:read",),
    "group_deleted": ("groups:read",),
    "group_left": ("groups:read",),
    "group_rename": ("groups:read",),
    "group_unarchive": ("groups:read",),
    "emoji_changed": ("emoji:read",),
    "file_change": ("files:read",),
    "file_created": ("files:read",),
    "file_deleted": ("files:read",),
    "file_shared": ("files:read",),
    "file_unshared": ("files:read",),
    "link_shared": ("links:read",),
    "pin_added": ("pins:read",),
    "pin_removed": ("pins:read",),
    "reaction_added": ("reactions:read",),
    "reaction_removed": ("reactions:read",),
    "subteam_created": ("usergroups:read",),
    "subteam_members_changed": ("usergroups:read",),
    "subteam_updated": ("usergroups:read",),
    "team_join": ("users:read",),
    "team_rename": ("team:read",),
    "user_change": ("users:read",),
    "user_profile_changed": ("users:read",),
    "user_status_changed": ("users:read",),
}

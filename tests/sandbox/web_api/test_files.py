"""Files: uploaded in three steps, and read only with the right token."""

import urllib.request
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.sandbox import LocalSlack
from tests.sandbox.web_api.sample import manifest, refused


def upload(client: WebClient, content: bytes) -> Any:
    """Steps 1 and 2; the answer to step 1."""
    begun = client.files_getUploadURLExternal(filename="notes.txt", length=len(content))
    with urllib.request.urlopen(urllib.request.Request(begun["upload_url"], content)) as answer:
        assert answer.status == 200
    return begun


def download(url: str, token: str = "") -> tuple[str, bytes]:
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"} if token else {})
    with urllib.request.urlopen(request) as answer:
        return answer.headers.get_content_type(), answer.read()


def test_the_sdk_uploads_a_file_into_a_thread(slack: LocalSlack, client: WebClient, atlas: str) -> None:
    parent = client.chat_postMessage(channel=atlas, text="Minutes")["ts"]
    shown = client.files_upload_v2(
        channel=atlas, content="a,b", filename="risks.csv", title="Risks", thread_ts=parent
    )["file"]
    assert (shown["title"], shown["mimetype"], shown["size"]) == ("Risks", "text/csv", 3)
    [_, reply] = slack.thread("atlas", parent)
    assert reply.files == [shown["id"]]
    [_, listed] = client.conversations_replies(channel=atlas, ts=parent)["messages"]
    assert listed["files"][0]["name"] == "risks.csv"


def test_a_file_is_downloaded_with_the_token_and_a_login_page_without(
    slack: LocalSlack, client: WebClient, atlas: str
) -> None:
    url = client.files_upload_v2(channel=atlas, content="secret", filename="a.txt")["file"]["url_private"]
    assert download(url, slack.bot_token) == ("text/plain", b"secret")
    slack.install(manifest(without=["files:read"]))
    for token in ("", "xoxb-other", slack.bot_token):
        kind, content = download(url, token)
        assert kind == "text/html" and b"Sign in" in content


def test_a_file_is_published_only_after_all_of_it_came(client: WebClient) -> None:
    begun = client.files_getUploadURLExternal(filename="a.txt", length=5)
    file = begun["file_id"]
    assert refused(client.files_completeUploadExternal, files=[{"id": file}])["error"] == "file_not_found"
    with pytest.raises(urllib.request.HTTPError):
        urllib.request.urlopen(urllib.request.Request(begun["upload_url"], b"too long"))
    assert refused(client.files_info, file=file)["error"] == "file_not_found"


def test_a_file_is_published_once(client: WebClient, atlas: str) -> None:
    files = [{"id": upload(client, b"hello")["file_id"], "title": "Hello"}]
    client.files_completeUploadExternal(files=files, channel_id=atlas, initial_comment="Here")
    again = refused(client.files_completeUploadExternal, files=files, channel_id=atlas)
    assert again["error"] == "file_not_found"


def test_a_file_goes_only_where_the_app_may_post(slack: LocalSlack, client: WebClient) -> None:
    elsewhere = slack.add_channel("elsewhere", ["tom"])
    files = [{"id": upload(client, b"hello")["file_id"], "title": "Hello"}]
    answer = refused(client.files_completeUploadExternal, files=files, channel_id=elsewhere)
    assert answer["error"] == "not_in_channel"
    assert slack.history("elsewhere") == []


def test_a_deleted_file_is_gone(slack: LocalSlack, client: WebClient, atlas: str) -> None:
    shown = client.files_upload_v2(channel=atlas, content="x", filename="a.txt")["file"]
    client.files_delete(file=shown["id"])
    assert refused(client.files_info, file=shown["id"])["error"] == "file_deleted"
    assert download(shown["url_private"], slack.bot_token)[0] == "text/html"

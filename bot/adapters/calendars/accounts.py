"""The events of a CalDAV account, as each stands on its server."""

import os
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from bot.adapters.calendars.feeds import REDIRECTS, Unreadable
from bot.availability.reading import LIMIT, Access, Problem
from bot.calendars.feed import LARGEST


def events(access: Access, begin: datetime, end: datetime, *, plain: bool) -> Iterator[bytes]:
    """Each a calendar of its own; `plain`: without TLS. Raises Unreadable, and what the library raises."""
    from caldav.davclient import DAVClient  # late: half a second that only accounts need
    from caldav.lib.error import AuthorizationError, DAVError, NotFoundError
    from niquests.adapters import HTTPAdapter
    from niquests.exceptions import InvalidSchema, TooManyRedirects

    client = DAVClient(
        url=access.address,
        username=access.user,
        password=access.password or "",
        timeout=LIMIT,
        ssl_verify_cert=os.environ.get("SSL_CERT_FILE") or True,
        enable_rfc6764=False,
        rate_limit_handle=False,
    )
    client.session.trust_env = False
    client.session.max_redirects = REDIRECTS
    client.session.adapters.clear()
    client.session.mount("http://" if plain else "https://", HTTPAdapter(disable_http3=True))
    try:
        calendars: list[Any] = client.get_calendars()
        chosen = [each for each in calendars if each.url == client.url] or calendars
        if not chosen:
            raise Unreadable(Problem.no_calendars)
        size = 0
        for calendar in chosen:
            for found in calendar.search(start=begin, end=end, event=True, expand=False):
                data = found.data.encode()
                size += len(data)
                if size > LARGEST:
                    raise Unreadable(Problem.too_large)
                yield data
    except AuthorizationError:
        raise Unreadable(Problem.refused) from None
    except NotFoundError:
        raise Unreadable(Problem.not_found) from None
    except TooManyRedirects:
        raise Unreadable(Problem.redirects) from None
    except InvalidSchema:
        raise Unreadable(Problem.not_https) from None
    except (AttributeError, SyntaxError):  # the library's way with an answer that is none of CalDAV
        raise Unreadable(Problem.not_a_calendar) from None
    except DAVError:
        raise Unreadable(Problem.server) from None

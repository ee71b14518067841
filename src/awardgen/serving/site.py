"""What is answered: the report, the files of output/, and the news. Nothing else, and to nobody else."""

from __future__ import annotations

import secrets
from email.utils import formatdate
from typing import TYPE_CHECKING, Final

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from awardgen.report.page.standing import PAGE
from awardgen.serving.live import LIVE_SCRIPT, live_page, waiting_page

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from awardgen.serving.address import Address
    from awardgen.serving.board import Board

_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# What somebody else put there may be shown, and may do nothing. A PDF is not shown at all in a sandbox.
_RUNNABLE: Final = (".html", ".htm", ".xhtml", ".svg", ".xml")
_NO_SCRIPTS: Final = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def site(output: Path, address: Address, board: Board) -> ASGIApp:
    """Return the application. output: the only folder of which anything is served."""

    def report(_: Request) -> Response:
        version = board.news.version  # before the page is read: a newer one is then told of
        try:
            page, written = (output / PAGE).read_bytes(), (output / PAGE).stat().st_mtime
        except OSError:
            return HTMLResponse(waiting_page(version))
        return HTMLResponse(
            live_page(page, version), headers={"Last-Modified": formatdate(written, usegmt=True)}
        )

    def script(_: Request) -> Response:
        return Response(LIVE_SCRIPT, media_type="text/javascript")

    def events(_: Request) -> Response:
        return StreamingResponse(board.follow(), media_type="text/event-stream")

    routes = [
        Route("/", report),
        Route(f"/{PAGE}", report),
        Route("/.serve/live.js", script),
        Route("/.serve/events", events),
        Mount("/", _Output(directory=output, check_dir=False)),
    ]
    return _Guard(Starlette(routes=routes), address)


class _Output(StaticFiles):
    """The files of a folder. What leads out of it, and what awardgen keeps for itself there, is not found."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        parts = path.replace("\\", "/").split("/")
        if any(part.startswith(".") or "\0" in part or ":" in part for part in parts):
            raise HTTPException(404)
        try:
            response = await super().get_response(path, scope)
        except (OSError, ValueError) as error:
            raise HTTPException(404) from error
        if path.lower().endswith(_RUNNABLE):
            response.headers["Content-Security-Policy"] = _NO_SCRIPTS
        return response


class _Guard:
    """Lets through what asks for this server by its own name and, where there is a token, knows it."""

    def __init__(self, application: ASGIApp, address: Address) -> None:
        self._application = application
        self._address = address
        self._cookie = f"awardgen-{address.port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = self._refusal(scope) if scope["type"] == "http" else None
        if refusal is not None:
            await refusal(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
            await send(message)

        await self._application(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        if not self._address.answers_to(Headers(scope=scope).get("host", "")):
            return PlainTextResponse("请用 awardgen serve 显示的网址打开。\n", 421)
        if not self._address.token:
            return None
        request = Request(scope)
        if self._knows_token(request.cookies.get(self._cookie, "")):
            return None
        if not self._knows_token(request.query_params.get("token", "")):
            return PlainTextResponse("请用 awardgen serve 显示的完整网址（带token的）打开。\n", 403)
        welcome = RedirectResponse("/", 303, headers=_HEADERS)
        welcome.set_cookie(self._cookie, self._address.token, httponly=True, samesite="lax")
        return welcome

    def _knows_token(self, told: str) -> bool:
        return secrets.compare_digest(told.encode(), self._address.token.encode())

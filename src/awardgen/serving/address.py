"""Where the report is served, and who may ask for it."""

from __future__ import annotations

import errno
import ipaddress
import secrets
import socket
import sys
from dataclasses import dataclass
from typing import Final

from awardgen.errors import AwardgenError, reason

LOOPBACK: Final = "127.0.0.1"
USUAL_PORT: Final = 8765
_TRIED: Final = 20


@dataclass(frozen=True, slots=True)
class Address:
    """An address to serve on.

    token: what a browser must know, where others than this machine can ask; empty on this machine alone.
    """

    host: str
    port: int
    token: str = ""

    @property
    def url(self) -> str:
        """Return what is typed into a browser."""
        shown = socket.gethostname() if _is_any(self.host) else self.host
        name = f"[{shown}]" if ":" in shown else shown
        return f"http://{name}:{self.port}/" + (f"?token={self.token}" if self.token else "")

    def answers_to(self, host: str) -> bool:
        """Say whether a Host header means this server. A name that somebody else's DNS points here does not."""
        name, _, port = host.rpartition(":")
        if port != str(self.port):
            return False
        name = name.removeprefix("[").removesuffix("]").lower()
        if name in {LOOPBACK, "localhost"} or name == self.host.lower():
            return True
        return _is_any(self.host) and (name == socket.gethostname().lower() or _is_literal(name))


def open_address(host: str | None, port: int | None) -> tuple[Address, socket.socket]:
    """Return an address with the socket that listens there.

    host: None for this machine alone, else an address of it, which needs a token. port: None for the first free one
    from USUAL_PORT on. Raises AwardgenError where nothing can listen there.
    """
    token = secrets.token_urlsafe(18) if host is not None else ""
    host = host or LOOPBACK
    ports = [port] if port is not None else range(USUAL_PORT, USUAL_PORT + _TRIED)
    for each in ports:
        try:
            listening = _listen(host, each)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                message = f"不能在{host}的{each}端口提供报告：{_why(error)}。"
                raise AwardgenError(
                    message, "请检查 --host 是不是这台电脑的地址，或换一个 --port。"
                ) from error
            continue
        return Address(host, listening.getsockname()[1], token), listening
    shown = f"{ports[0]}端口已被占用" if len(ports) == 1 else f"{ports[0]}至{ports[-1]}的端口都被占用"
    raise AwardgenError(
        f"{shown}。", "可能另一个 awardgen serve 正在运行；请先结束它，或用 --port 换一个端口。"
    )


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there it would let two programs listen at once
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen()
    except BaseException:
        listening.close()
        raise
    return listening


def _why(error: OSError) -> str:
    return (
        "没有这个地址"
        if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL
        else reason(error)
    )


def _is_any(host: str) -> bool:
    return host in {"0.0.0.0", "::"}  # noqa: S104 - asked for with --host


def _is_literal(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True

"""What a QR code leads to, as far as its text says: a payment, a shop, an office of the state, or nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coverkit.checks.finding import Problem, Severity
from coverkit.facts.codes import CodeMark
from coverkit.i18n import tr

SHOPS = ("shopee.vn", "lazada.vn", "tiki.vn", "sendo.vn", "shop.tiktok.com", "sapo.vn", "haravan.com")
"""Where one buys."""
OFFICES = ("gov.vn", "chinhphu.vn", "dangcongsan.vn", "quochoi.vn")
"""Where nobody does; codes that lead there are left in peace."""

_HOST = re.compile(r"(?:https?://)?([\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)
_PAYMENT = re.compile(r"000201\d{4}")
"""How the text of a payment code begins (EMVCo, VietQR)."""


def code_problems(code: CodeMark, where: str, shops: tuple[str, ...], offices: tuple[str, ...]) -> Iterator[Problem]:
    """Report a code that may be advertising, worst where it sells; nothing where it leads to an office of the state.

    Args:
        code: the code.
        where: what shows it, as a reader calls it.
        shops: domains where one buys, those below them included.
        offices: domains of the state, likewise.
    """
    found = _HOST.match(code.text)
    host = found[1].lower() if found else ""
    shown = code.text if len(code.text) <= 60 else f"{code.text[:59]}…"
    kind, severity = "code-sells", None
    if _PAYMENT.match(code.text):
        message = tr("{name} shows a QR code for a payment.", name=where)
    elif _is_of(host, shops):
        message = tr("{name} shows a QR code that leads to a shop: {text}", name=where, text=shown)
    elif _is_of(host, offices):
        return
    elif code.text:
        message = tr("{name} shows a QR code: {text}", name=where, text=shown)
        kind, severity = "code", Severity.NOTE
    else:
        message = tr("{name} shows a QR code that could not be read.", name=where)
        kind, severity = "code", Severity.NOTE
    yield Problem(kind, message, element=code.element, box=code.box, page=code.page, measured=shown, severity=severity)


def _is_of(host: str, domains: tuple[str, ...]) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in domains)

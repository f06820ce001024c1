"""The language of messages: gettext catalogues in `locale/`, English as the key.

`tr` looks a sentence up and fills in its names; `mark` only marks one for the catalogue, for texts that stand in data and
are looked up when they are shown. Numbers and the system's own reasons are put into the reader's language here too.
"""

from __future__ import annotations

import errno
import gettext
import locale
import os
import sys
from pathlib import Path

LANGUAGES = ("vi", "en")
_DIRECTORY = Path(__file__).parent / "locale"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"
_PRIMARY_LANGUAGE, _VIETNAMESE = 0x3FF, 0x2A
"""The bits of a Windows language number that name the language, and Vietnamese."""


def activate(language: str) -> None:
    """Speak `vi` or `en` from now on; any other tag falls back to English."""
    global _catalogue, _language
    _language = language if language in LANGUAGES else "en"
    _catalogue = (
        gettext.NullTranslations()
        if _language == "en"
        else gettext.translation("coverkit", _DIRECTORY, [_language], fallback=True)
    )


def language() -> str:
    """Return the language spoken now: `vi` or `en`."""
    return _language


def system_language() -> str:
    """Return the user's language: `vi` where the environment, the system or its formats are Vietnamese, else `en`."""
    for name in ("COVERKIT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "vi" if value.lower().startswith("vi") else "en"
    tag = locale.getlocale()[0] or ""
    return "vi" if tag.lower().startswith("vi") or _windows_is_vietnamese() else "en"


def _windows_is_vietnamese() -> bool:
    """Tell whether Windows speaks Vietnamese or writes dates as one does; many have an English Windows with such formats."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        asked = (kernel.GetUserDefaultUILanguage(), kernel.GetUserDefaultLCID())
        return any(number & _PRIMARY_LANGUAGE == _VIETNAMESE for number in asked)
    return False


def tr(message: str, **names: object) -> str:
    """Translate a message and fill in `{name}` places."""
    text = _catalogue.gettext(message) if message else ""
    return text.format(**names) if names else text


def number(value: float, digits: int = 2) -> str:
    """Return a number as it is written in the reader's language, with at most so many decimals and no idle zeros."""
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    text = "0" if text == "-0" else text
    return text.replace(".", ",") if _language == "vi" else text


def system_reason(error: OSError) -> str:
    """Return why the system refused something, in the reader's language; rare reasons in the system's own words."""
    match error.errno:
        case errno.ENOENT:
            return tr("there is no such file or folder")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return tr("the system does not allow it")
        case errno.EISDIR:
            return tr("it is a folder")
        case errno.ENOTDIR:
            return tr("a part of the path is not a folder")
        case errno.EEXIST:
            return tr("something of that name is already there")
        case errno.ENAMETOOLONG:
            return tr("the name is too long")
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return tr("there is no room left")
        case _:
            return error.strerror or str(error)


def mark(message: str) -> str:
    """Mark a message for the catalogue and return it unchanged."""
    return message

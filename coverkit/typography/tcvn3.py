"""TCVN3 (ABC), the code of .Vn fonts: texts pasted from them arrive as Western letters and signs (U+00A1 to U+00FE).

The table is that of TCVN 5712 within A1 to FE. Its places for capitals with tone are left out: .Vn fonts do not use them.
"""

from __future__ import annotations

from functools import cache

from coverkit.typography.vietnamese import nfc

_ROWS = {
    0xA1: "Ă Â Ê Ô Ơ Ư Đ ă â ê ô ơ ư đ",
    0xB5: "à ả ã á ạ",
    0xBB: "ằ ẳ ẵ ắ",
    0xC6: "ặ ầ ẩ ẫ ấ ậ è",
    0xCE: "ẻ ẽ é ẹ ề ể ễ ế ệ ì ỉ",
    0xDC: "ĩ í ị ò",
    0xE1: "ỏ õ ó ọ ồ ổ ỗ ố ộ ờ ở ỡ ớ ợ ù",
    0xF1: "ủ ũ ú ụ ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ",
}


def decode(text: str) -> str:
    """Return the text with every code as its letter; all other characters stay."""
    return text.translate(_table())


def encode(text: str) -> str:
    """Return Vietnamese as an office would type it in a .Vn font: capitals with tone become small, since there are none."""
    codes = {letter: chr(code) for code, letter in _table().items()}
    return "".join(codes.get(char) or codes.get(char.lower(), char) for char in nfc(text))


def is_code(char: str) -> bool:
    """Tell whether a character stands for a letter in this code."""
    return ord(char) in _table()


@cache
def _table() -> dict[int, str]:
    """Return the letters by code. The row of each starts at its key; the gaps between the rows mean nothing."""
    rows = ((start + at, letter) for start, row in _ROWS.items() for at, letter in enumerate(row.split()))
    return dict(rows)

"""Which colours fit the output intent of a file. No verdicts here."""

from __future__ import annotations

from typing import Literal

from coverkit.facts.file import FileSubject

IntentSpace = Literal["CMYK", "RGB", "Gray"]

_OF_PROFILE: dict[str, IntentSpace] = {"CMYK": "CMYK", "RGB": "RGB", "GRAY": "Gray"}
_HOLDING = ("Separation", "DeviceN", "Indexed", "Pattern")
_DEVICE: dict[str, tuple[IntentSpace, ...]] = {
    "DeviceGray": ("CMYK", "RGB", "Gray"),
    "DeviceRGB": ("RGB",),
    "DeviceCMYK": ("CMYK",),
}


def intent_space(subject: FileSubject) -> IntentSpace:
    """Return the colours of the output intent; CMYK, which the printer prints in, where the file does not say."""
    intent = subject.pdf.intent
    profile = intent.profile if intent is not None else None
    return _OF_PROFILE.get(profile.colour_space, "CMYK") if profile is not None else "CMYK"


def bare(chain: tuple[str, ...]) -> str:
    """Return the first space of a chain that says itself what its numbers mean; "" where none does."""
    return next((family for family in chain if family not in _HOLDING), "")


def fits(chain: tuple[str, ...], wanted: IntentSpace) -> bool:
    """Tell whether colours of a space can be printed by an intent: device colours are the intent's, others have profiles."""
    return wanted in _DEVICE.get(bare(chain), (wanted,))

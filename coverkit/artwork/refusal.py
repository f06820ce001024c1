"""What cannot become sealed art, each with what to change in the program that the file came from."""

from __future__ import annotations

from coverkit.errors import InputError
from coverkit.i18n import tr


def transparent(name: str) -> InputError:
    """Return the error for transparency that cannot be resolved to flat colours."""
    return InputError(
        tr("{name} has transparency that lies over other colours: it cannot be resolved without changing the look.", name=name),
        tr(
            "Take it out in the program it was drawn with. Illustrator: Object > Flatten Transparency, all text to outlines. "
            "CorelDRAW: remove the transparency, or save as PDF/X-1a. Inkscape: opacity 100 % and no blur, in Fill and Stroke."
        ),
    )


def not_outlines(name: str, what: str) -> InputError:
    """Return the error for text whose letters cannot be turned into outlines here."""
    return InputError(
        tr("{name} holds text that cannot be turned into outlines: {what}.", name=name, what=what),
        tr(
            "Turn all text into outlines and save again. Illustrator: Type > Create Outlines. CorelDRAW: Convert to Curves "
            "(Ctrl+Q). Inkscape: Path > Object to Path."
        ),
    )


def not_simple(name: str, what: str) -> InputError:
    """Return the error for a kind of drawing that sealed art does not know."""
    return InputError(
        tr("{name} holds something that sealed art cannot have: {what}.", name=name, what=what),
        tr(
            "Change it in the program it was drawn with: expand it to plain shapes (Illustrator: Object > Expand; CorelDRAW: "
            "Convert to Curves or to a bitmap; Inkscape: Path > Object to Path), or save the whole as TIFF at 300 ppi or more."
        ),
    )


def unreadable(name: str, detail: str) -> InputError:
    """Return the error for a damaged or hostile drawing."""
    return InputError(
        tr("{name} cannot be read as a drawing: {detail}.", name=name, detail=detail),
        tr("Save it again from the program it was drawn with, and send that file."),
    )

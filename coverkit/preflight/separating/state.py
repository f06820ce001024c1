"""What the painting of an ink depends on: colours, overprint, how letters are painted."""

from __future__ import annotations

from coverkit.errors import InputError
from coverkit.i18n import tr
from coverkit.records import dataclass

Inks = tuple[float, float, float, float]


def not_flat(what: str) -> InputError:
    """Return why a page cannot be separated without a full interpreter.

    Args:
        what: it holds, in the reader's language.
    """
    return InputError(tr("Ghostscript is not installed; without it only flat DeviceCMYK is measured, but {what}.", what=what))


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour as inks, 0 to 1; `exact` when each of the four was stated, so that an ink of 0 may let others show through."""

    inks: Inks = (0.0, 0.0, 0.0, 1.0)
    exact: bool = False

    def leaves_out(self, ink: int, overprint: bool, mode: int) -> bool:
        """Tell whether painting with it changes nothing on the plate of an ink (ISO 32000-1, 11.7.4.4, mode 1)."""
        return overprint and mode == 1 and self.exact and self.inks[ink] == 0.0


@dataclass(frozen=True, slots=True)
class State:
    """The part of the graphics state that counts here."""

    fill: Paint = Paint()
    stroke: Paint = Paint()
    fill_over: bool = False
    stroke_over: bool = False
    over_mode: int = 0
    letters: int = 0

    def shows(self, ink: int) -> tuple[bool, bool]:
        """Tell whether filling, and whether stroking, changes the plate of an ink."""
        return (
            not self.fill.leaves_out(ink, self.fill_over, self.over_mode),
            not self.stroke.leaves_out(ink, self.stroke_over, self.over_mode),
        )

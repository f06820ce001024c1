"""Policies: what an ink becomes in the PDF. Everything else is the same under each of them."""

from __future__ import annotations

from enum import Enum
from typing import assert_never

from coverkit.colour.inks import to_srgb
from coverkit.colour.profile import OutputCondition
from coverkit.model.values import Cmyk
from coverkit.records import dataclass
from coverkit.render.pdf_shapes import number


class Policy(Enum):
    """What inks and pictures become.

    PRESS: the inks as they are. PROOF: sRGB, through the press profile. PLATES_CMY: three plates at once, as the red, green
    and blue of one page (1 - ink). PLATE_C … PLATE_K: one plate as grey (1 - ink).
    """

    PRESS = "press"
    PROOF = "proof"
    PLATES_CMY = "plates-cmy"
    PLATE_C = "c"
    PLATE_M = "m"
    PLATE_Y = "y"
    PLATE_K = "k"


_OPERATORS = {"/DeviceCMYK": ("k", "K"), "/DeviceRGB": ("rg", "RG"), "/DeviceGray": ("g", "G")}


_CHANNELS = {
    Policy.PLATES_CMY: (0, 1, 2),
    Policy.PLATE_C: (0,),
    Policy.PLATE_M: (1,),
    Policy.PLATE_Y: (2,),
    Policy.PLATE_K: (3,),
}


@dataclass(frozen=True, slots=True)
class Inks:
    """A policy for one output condition."""

    policy: Policy
    condition: OutputCondition

    @property
    def space(self) -> str:
        """The device colour space, as a PDF name."""
        match self.policy:
            case Policy.PRESS:
                return "/DeviceCMYK"
            case Policy.PROOF | Policy.PLATES_CMY:
                return "/DeviceRGB"
            case Policy.PLATE_C | Policy.PLATE_M | Policy.PLATE_Y | Policy.PLATE_K:
                return "/DeviceGray"
            case _:
                assert_never(self.policy)

    @property
    def on_screen(self) -> bool:
        """Tell whether this is for a bitmap, not for a press."""
        return self.policy is not Policy.PRESS

    @property
    def paints_black_overprint(self) -> bool:
        """Tell whether black ink that overprints leaves anything on this page: not on the plates of other inks."""
        return self.policy in (Policy.PRESS, Policy.PROOF, Policy.PLATE_K)

    @property
    def channels(self) -> tuple[int, ...]:
        """Which inks (0 to 3 for c, m, y, k) a plate's page shows, each as 1 - ink; none for other policies."""
        return _CHANNELS.get(self.policy, ())

    def components(self, ink: Cmyk) -> tuple[float, ...]:
        """Return the ink's components in the device space."""
        match self.policy:
            case Policy.PRESS:
                return ink.c, ink.m, ink.y, ink.k
            case Policy.PROOF:
                return to_srgb(ink, self.condition)
            case Policy.PLATES_CMY:
                return 1 - ink.c, 1 - ink.m, 1 - ink.y
            case Policy.PLATE_C:
                return (1 - ink.c,)
            case Policy.PLATE_M:
                return (1 - ink.m,)
            case Policy.PLATE_Y:
                return (1 - ink.y,)
            case Policy.PLATE_K:
                return (1 - ink.k,)
            case _:
                assert_never(self.policy)

    def fill(self, ink: Cmyk) -> str:
        """Return the operator that fills with an ink from now on."""
        return " ".join([*map(number, self.components(ink)), _OPERATORS[self.space][0]])

    def stroke(self, ink: Cmyk) -> str:
        """Return the operator that strokes with an ink from now on."""
        return " ".join([*map(number, self.components(ink)), _OPERATORS[self.space][1]])


def overprints(ink: Cmyk, wanted: bool) -> bool:
    """Tell whether an operation overprints: black alone may; white never does, it would vanish.

    Raises:
        ValueError: the scene wants a mixture to overprint; which of its inks are zero is then up to the press.
    """
    if not wanted or ink.is_white:
        return False
    if not ink.is_black_only:
        raise ValueError(f"only black alone may overprint, not {ink}")
    return True

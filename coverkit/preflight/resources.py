"""The resources of a page or form: what its content names."""

from __future__ import annotations

from coverkit.facts.marks import Colour
from coverkit.preflight import values
from coverkit.preflight.fonts import Font
from coverkit.preflight.lexer import Operand
from coverkit.preflight.spaces import Space, device, named

_MOST_COLOURS = 4096


class Resources:
    """One resource dictionary, each named thing read once. Fonts are shared through `fonts` by object number."""

    __slots__ = ("_colours", "_devices", "_fonts", "_kinds", "_own_fonts", "_spaces", "native")

    def __init__(self, native: object, fonts: dict[tuple[int, int], Font]) -> None:
        self.native = native
        self._kinds: dict[str, object] = {}
        self._spaces: dict[str, Space] = {}
        self._devices: dict[str, Space] = {}
        self._colours: dict[tuple[object, ...], Colour] = {}
        self._fonts = fonts
        self._own_fonts: dict[str, Font | None] = {}

    def find(self, kind: str, name: str) -> object:
        """Return what a name (with its slash) means, None for nothing."""
        if kind not in self._kinds:
            self._kinds[kind] = values.get(self.native, kind)
        return values.get(self._kinds[kind], name)

    def device(self, family: str) -> Space:
        """Return a device space."""
        known = self._devices.get(family)
        if known is None:
            known = self._devices[family] = device(family, self.native)
        return known

    def device_colour(self, family: str, channels: int, operands: list[Operand]) -> Colour:
        """Return a colour of a device space; the same one for the same operands, as pages use few colours many times.

        Raises:
            ValueError: there are too few numbers.
            TypeError: the operands are no numbers at all.
        """
        key = family, *operands
        known = self._colours.get(key)
        if known is None:
            components = tuple([one for one in operands if isinstance(one, float)][-channels:])
            if len(components) != channels:
                raise ValueError("too few components")
            if len(self._colours) > _MOST_COLOURS:
                self._colours.clear()
            known = self._colours[key] = self.device(family).colour(components)
        return known

    def space(self, name: str) -> Space:
        """Return the space of a name (with its slash)."""
        known = self._spaces.get(name)
        if known is None:
            known = self._spaces[name] = named(name[1:], self.native)
        return known

    def font(self, name: str) -> Font | None:
        """Return the font of a name (with its slash), None for none."""
        if name not in self._own_fonts:
            native = self.find("/Font", name)
            self._own_fonts[name] = None if native is None else self.font_of(native)
        return self._own_fonts[name]

    def font_of(self, native: object) -> Font:
        """Return the font of a font dictionary."""
        key = values.identity(native)
        if key is None:
            return Font(native)
        return self._fonts[key] if key in self._fonts else self._fonts.setdefault(key, Font(native))

"""Rule press.overprint: white knocks out, and small black type is printed over what lies below it."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.marks import Colour, FormMark, PaintState, PathMark, TextMark
from coverkit.facts.press import PressSubject
from coverkit.geometry import Rect
from coverkit.i18n import mark, tr
from coverkit.records import dataclass
from coverkit.rules.press.reading import incomplete


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        black_text_pt: text in black alone that is smaller must overprint.
        black_line_pt: lines in black alone that are thinner must overprint.
    """

    black_text_pt: float = 12.0
    black_line_pt: float = 2.0


@dataclass(frozen=True, slots=True)
class _Painted:
    """One way in which a mark is painted; `small` when black alone ought to overprint there."""

    what: str
    colour: Colour
    overprints: bool
    state: PaintState
    page: int
    mark: TextMark | PathMark
    small: bool


@rule(
    id="press.overprint",
    title=mark("White knocks out and small black type overprints"),
    subject=PressSubject,
    severity=Severity.ERROR,
    why=mark(
        "White that overprints vanishes on the press. Small black type that knocks out leaves white rims "
        "as soon as the plates are off by a hair."
    ),
    remedy=mark("Export the file again with CoverKit, which sets this by colour and size."),
    source=mark("GWG 2022, R0007 to R0010 and R0013"),
    options=Options,
    certainty="high",
)
def check(subject: PressSubject, options: Options) -> Iterator[Outcome]:
    """Look at every text and path that is painted in white, in black alone, or in grey."""
    yield from incomplete(subject)
    told: set[tuple[str, str]] = set()
    for painted in _painted(subject, options):
        for code, message, severity in _objections(painted):
            if (key := (code, painted.what)) not in told:
                told.add(key)
                yield Problem(
                    code,
                    tr(message, what=painted.what),
                    element=painted.what,
                    page=painted.page,
                    box=painted.mark.box,
                    severity=severity,
                )


def _objections(painted: _Painted) -> Iterator[tuple[str, str, Severity]]:
    colour = painted.colour
    if colour.is_white and painted.overprints:
        yield "white-overprints", mark("White overprints and will vanish: {what}."), Severity.ERROR
    elif colour.space == "DeviceGray" and painted.overprints:
        yield "grey-overprints", mark("DeviceGray overprints, which is not reliable: {what}."), Severity.WARNING
    elif colour.is_black and colour.space != "DeviceGray" and painted.small:
        if not painted.overprints:
            yield (
                "black-knocks-out",
                mark("Small black type or a thin black line knocks out what lies below: {what}."),
                Severity.WARNING,
            )
        elif colour.space == "DeviceCMYK" and painted.state.overprint_mode != 1:
            yield "overprint-mode", mark("Black overprints without mode 1, so its zeros knock out: {what}."), Severity.WARNING


def _painted(subject: PressSubject, options: Options) -> Iterator[_Painted]:
    for page in subject.pages:
        below: list[Rect] = []
        for one in page.marks:
            seen = one.seen
            if seen is None or isinstance(one, FormMark):
                continue
            # What lies wholly outside the trim, such as printer's marks, is no part of the product.
            if page.trim_mm is None or _meet(page.trim_mm, seen):
                # What stands in a form is sealed art; nobody who makes a cover can set it otherwise.
                movable = one.level == 0 and any(_meet(seen, other) for other in below)
                match one:
                    case TextMark():
                        yield from _text(one, page.number, movable, options)
                    case PathMark():
                        yield from _path(one, page.number, movable, options)
            below.append(seen)


def _meet(one: Rect, other: Rect) -> bool:
    """Tell whether two boxes meet; a line without width may lie in the other."""
    return one.x <= other.right and other.x <= one.right and one.y <= other.bottom and other.y <= one.bottom


def _text(text: TextMark, page: int, movable: bool, options: Options) -> Iterator[_Painted]:
    said = text.text.strip()
    small = movable and text.size < options.black_text_pt
    ways = ((text.fills, text.fill, text.state.fill_overprint), (text.strokes, text.stroke, text.state.stroke_overprint))
    for used, colour, overprints in ways:
        if used and said:
            yield _Painted(f"“{said}”", colour, overprints, text.state, page, text, small)


def _path(path: PathMark, page: int, movable: bool, options: Options) -> Iterator[_Painted]:
    ways = ((path.fill, path.state.fill_overprint, path.thin), (path.stroke, path.state.stroke_overprint, path.line_width))
    for colour, overprints, width in ways:
        if colour is not None:
            thin = movable and width is not None and width < options.black_line_pt
            yield _Painted(tr("a path"), colour, overprints, path.state, page, path, thin)

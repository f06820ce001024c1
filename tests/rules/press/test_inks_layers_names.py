"""Press rules over spot colours, profiled CMYK, layers, names, glyphs and the limits of PDF."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from coverkit.facts.file import FileSubject
from coverkit.facts.marks import FontFacts, GlyphFault
from tests.preflight.files import Change, profile
from tests.rules.press.subjects import codes, foreign, result

BOX = b" 50 50 100 100 re f "


def _tint(yellow: float = 1.0) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[0, 0, yellow, 0])


def _spot(name: str = "Gold", yellow: float = 1.0, alternate: Object = Name.DeviceCMYK) -> Array:
    return Array([Name.Separation, Name(f"/{name}"), alternate, _tint(yellow)])


def _inks(*names: str, **described: Array) -> Array:
    colorants = Dictionary({f"/{key}": value for key, value in described.items()})
    listed = [Name(f"/{name}") for name in names]
    return Array([Name.DeviceN, Array(listed), Name.DeviceCMYK, _tint(), Dictionary(Colorants=colorants)])


def _spaces(**spaces: Object) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj.Resources = Dictionary(ColorSpace=Dictionary({f"/{key}": value for key, value in spaces.items()}))

    return change


BOTH = b"/A cs 1 scn" + BOX + b"/B cs 1 scn" + BOX
SPOTS = "press.spot-colours"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (_spot(), _spot(), []),
        (_spot(), _spot("Silver", 0.5), []),
        (_spot(), _spot(yellow=0.5), ["two-definitions"]),
        (_spot(), _spot(alternate=Name.DeviceRGB), ["two-definitions"]),
        (_spot("Black"), _spot("Black", 0.5), []),
        (_spot(), _inks("Cyan", "Gold", Gold=_spot()), []),
        (_spot(), _inks("Cyan", "Gold", Gold=_spot(yellow=0.5)), ["two-definitions"]),
        (_spot(), _inks("Cyan", "Gold"), ["not-described"]),
        (_spot(), _inks("Cyan", "Magenta"), []),
    ],
)
def test_spot_colours(one: Array, other: Array, expected: list[str]) -> None:
    assert codes(SPOTS, foreign(_spaces(A=one, B=other), BOTH)) == expected


def test_spot_colours_that_are_not_used_do_not_count_and_older_standards_ask_for_no_description() -> None:
    assert codes(SPOTS, foreign(_spaces(A=_spot(), B=_spot(yellow=0.5)), b"/A cs 1 scn" + BOX)) == []
    assert codes(SPOTS, foreign(_spaces(A=_inks("Cyan", "Gold")), b"/A cs 1 1 scn" + BOX, "PDF/X-1a:2001")) == []


def _profiled(data: bytes, **state: object) -> Change:
    def change(pdf: Pdf) -> None:
        space = Array([Name.ICCBased, pdf.make_stream(data, N=4)])
        gs = Dictionary({f"/{key}": value for key, value in state.items()})
        pdf.pages[0].obj.Resources = Dictionary(ColorSpace=Dictionary(P=space), ExtGState=Dictionary(G=gs))

    return change


OTHER = profile()[:-1] + b"\xff"


@pytest.mark.parametrize(
    ("change", "content", "expected"),
    [
        (_profiled(OTHER), b"/P cs 1 0 0 0 scn" + BOX, []),
        (_profiled(profile()), b"/P cs 1 0 0 0 scn" + BOX, ["intent-profile"]),
        (_profiled(profile()), b"1 0 0 0 k" + BOX, []),
        (_profiled(OTHER, op=True, OPM=1), b"/G gs /P cs 1 0 0 0 scn" + BOX, ["overprint-mode"]),
        (_profiled(OTHER, OP=True, op=False, OPM=1), b"/G gs /P cs 1 0 0 0 scn" + BOX, []),
        (_profiled(OTHER, op=True, OPM=0), b"/G gs /P cs 1 0 0 0 scn" + BOX, []),
        (_profiled(OTHER, OP=True, op=False, OPM=1), b"/G gs /P CS 1 0 0 0 SCN 0 0 m 9 9 l S", ["overprint-mode"]),
    ],
)
def test_profiled_cmyk(change: Change, content: bytes, expected: list[str]) -> None:
    assert codes("press.profiled-cmyk", foreign(change, content)) == expected


def _layers(**entries: object) -> Change:
    def change(pdf: Pdf) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Foil"))
        default = Dictionary({f"/{key}": Array([group]) if value is True else value for key, value in entries.items()})
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=default)

    return change


@pytest.mark.parametrize(
    ("change", "expected", "status"),
    [
        (lambda _: None, [], "pass"),
        (_layers(Name="All"), [], "pass"),
        (_layers(), ["unnamed"], "warning"),
        (_layers(Name="All", AS=Array([])), ["automatic"], "warning"),
        (_layers(Name="All", OFF=True), ["hidden"], "note"),
    ],
)
def test_layers(change: Change, expected: list[str], status: str) -> None:
    assert codes("press.layers", foreign(change)) == expected
    assert result("press.layers", foreign(change)).status == status


def test_names_that_are_no_utf_8() -> None:
    def broken(name: bytes) -> Change:
        def change(pdf: Pdf) -> None:
            space = Object.parse(b"[/Separation /" + name + b" /DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1 >>]")
            pdf.pages[0].obj.Resources = Dictionary(ColorSpace=Dictionary(S=space))

        return change

    assert codes("press.names", foreign(broken(b"V#C3#A0ng"), b"/S cs 1 scn" + BOX)) == []
    found = foreign(broken(b"V#E0ng"), b"/S cs 1 scn" + BOX)
    assert codes("press.names", found) == ["not-utf-8"]
    assert "V\ufffdng" in result("press.names", found).findings[0].problem.message


def test_numbers_and_names_beyond_the_limits() -> None:
    rule = "press.operators"
    assert codes(rule, foreign(content=b"2157483648 w" + BOX)) == ["large-number"]
    assert codes(rule, foreign(content=b"2147483647 w" + BOX)) == []
    assert codes(rule, foreign(content=b"0.2157483648 w (call 2157483648 now) Tj <2157483648> Tj" + BOX)) == []

    def long_name(length: int) -> Change:
        def change(pdf: Pdf) -> None:
            pdf.pages[0].obj.Resources = Dictionary(ExtGState=Dictionary({"/" + "x" * length: Dictionary()}))

        return change

    assert codes(rule, foreign(long_name(128))) == ["long-name"]
    assert codes(rule, foreign(long_name(127))) == []
    many = [f"Ink{index}" for index in range(33)]
    paint = b"/A cs " + b"1 " * 33 + b"scn" + BOX
    assert codes(rule, foreign(_spaces(A=_inks(*many)), paint)) == ["colorants"]
    assert codes(rule, foreign(_spaces(A=_inks(*many[:32])), paint)) == []


def test_an_object_that_names_itself_too_long() -> None:
    def change(pdf: Pdf) -> None:
        pdf.Root.Thing = pdf.make_stream(b"", Name=Name("/" + "x" * 128))

    assert codes("press.operators", foreign(change)) == ["long-name"]


def test_glyphs() -> None:
    rule = "press.glyphs"
    found = foreign()
    faults = (GlyphFault("absent", 5, "ế"), GlyphFault("notdef", 0, "\ufffd"), GlyphFault("width", 9, "a", 500.0, 512.0))

    def judged(font: FontFacts) -> FileSubject:
        page = replace(found.pages[0], fonts=(font,))
        return replace(found, pdf=replace(found.pdf, pages=(page,)))

    font = FontFacts("ABCDEF+Face", "Type0", "FontFile2", subset=True, has_unicode=True, faults=faults)
    assert codes(rule, judged(font)) == ["absent", "notdef", "width"]
    assert codes(rule, judged(font), width_tolerance=20.0) == ["absent", "notdef"]
    assert codes(rule, judged(replace(font, shown=False))) == []
    assert codes(rule, judged(replace(font, faults=()))) == []
    told = " ".join(one.problem.message for one in result(rule, judged(font)).findings)
    assert "“ế”" in told
    assert "code 0" in told
    unread = result(rule, judged(replace(font, faults=(), uncompared="ValueError")))
    assert unread.status == "not_checked"
    assert "ABCDEF+Face" in unread.reason

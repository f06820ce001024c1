"""Write the JSON Schemas of CoverKit's data files, from the code that reads them.

`python -m tools.schemas` writes `docs/schemas/*.schema.json`. What a reader asks for is recorded (`tools.recorder`); what it
checks by itself is added here, from the same constants.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from coverkit.app import units
from coverkit.app.proofs import json_form
from coverkit.app.proofs.data import Proof, ProvenArt
from coverkit.artwork import inking
from coverkit.campaigns import issuers, reader
from coverkit.campaigns.campaign import Period, Slogan
from coverkit.campaigns.package import folder_files
from coverkit.elements.kinds import field_infos, kinds
from coverkit.facts.parts import FileParts, PageParts
from coverkit.formats import gwg, pages, printers
from coverkit.geometry import Rect
from coverkit.layout import design
from coverkit.model import entrance
from coverkit.model.document import Document, Element, Guide, Issue, PackageRef, PageFormat, Unit, Waiver
from coverkit.model.storage import schema as document
from coverkit.model.values import Cmyk, PictureValue, Value
from coverkit.report.data import CampaignRecord
from coverkit.resources import assets
from coverkit.typography import library
from coverkit.typography.fitting import TextSpec
from tools.recorder import DATE, Schema, recorded
from tools.schema_places import add, attributes, describe, place

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

_ID: Schema = {"type": "string", "pattern": f"^{entrance._ID.pattern}$"}
_TEXT: Schema = {"type": "string", "maxLength": entrance.LONGEST_TEXT}
_SHA256: Schema = {"type": "string", "pattern": f"^{entrance._SHA256.pattern}$"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_LENGTH: Schema = {"type": ["string", "number"]}
_INKS: Schema = {"type": "array", "items": _SHARE, "minItems": 4, "maxItems": 4}
_SIDE: Schema = {"exclusiveMinimum": 0, "maximum": entrance.FARTHEST}
_PLACE: Schema = {"minimum": -entrance.FARTHEST, "maximum": entrance.FARTHEST}

TITLES = {
    "document": "document.json of a .cover file",
    "campaign": "campaign.toml of a campaign",
    "slogans": "slogans.toml of a campaign",
    "design": "design.toml of a design",
    "page-format": "A page format",
    "printer-profile": "A printer profile",
    "gwg-variant": "A variant of the Ghent Workgroup's rules",
    "unit": "A unit profile",
    "proof": "A proof of check, .check.json",
    "issuer": "An issuer or signer that is trusted, .issuer.toml or .signer.toml",
    "family": "family.toml of a bundled font family",
    "inks": "A table of a campaign's inks, for the intake of art",
}


def schemas() -> Mapping[str, Schema]:
    """Return every schema by name."""
    bodies = {
        "document": _document(),
        "campaign": _campaign(),
        "slogans": _slogans(),
        "design": _design(),
        "page-format": recorded(
            pages, ".toml", *(lambda path=path: pages._read(path) for path in pages._FOLDER.glob("*.toml"))
        ),
        "printer-profile": _printer(),
        "gwg-variant": recorded(gwg, ".toml", lambda: gwg._read(_every_rule(), "sample")),
        "proof": _proof(),
        "issuer": _issuer(),
        "family": recorded(library, ".toml", *(lambda path=path: library._family(path) for path in _families())),
        "inks": _inks(),
        "unit": recorded(units, ".toml", lambda: units.read_unit(assets() / "samples" / "unit.toml")),
    }
    return {name: {"$schema": DIALECT, "$id": f"urn:coverkit:{name}", "title": TITLES[name], **bodies[name]} for name in bodies}


def text_of(schema: Schema) -> str:
    """Return a schema as it is checked in."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _document() -> Schema:
    made = recorded(document, "document.json", lambda: document.decode(document.encode(_everything()), "document.json"))
    places: dict[str, Schema] = {
        "schema": {"const": document.SCHEMA},
        **dict.fromkeys(("design.id", "campaign.id", "format.id", "printer", "elements[].id", "elements[].kind"), _ID),
        **dict.fromkeys(("waivers[].rule", "waivers[].code"), _ID),
        **dict.fromkeys(("design.sha256", "campaign.sha256"), _SHA256),
        **dict.fromkeys(("design.version", "campaign.version", *(f"unit.{name}" for name in document._UNIT_COUNTS)), _COUNT),
        **dict.fromkeys(("issue.date", "unit.licence_date", "waivers[].date"), DATE),
        **dict.fromkeys(("format.width", "format.height", "elements[].box.width", "elements[].box.height"), _SIDE),
        **dict.fromkeys(("elements[].box.x", "elements[].box.y"), _PLACE),
        **dict.fromkeys(("issue.number", "waivers[].reason", "waivers[].by"), _TEXT),
        **dict.fromkeys((f"unit.{name}" for name in document._UNIT_TEXTS), _TEXT),
        "guides[].at": _PLACE,
        "guides": {"maxItems": entrance.MOST_GUIDES},
        "elements[].angle": {"minimum": -360, "maximum": 360},
        "elements": {"maxItems": document._MOST["elements"]},
        "waivers": {"maxItems": document._MOST["waivers"]},
        "answers": {"propertyNames": _ID, "maxProperties": document._MOST["answers"]},
        "elements[].values": {
            "propertyNames": _ID,
            "maxProperties": document._MOST["values"],
            "additionalProperties": {"anyOf": list(_VALUES.values())},
        },
    }
    add(made, places)
    describe(made, "elements[]", Element)
    return made


def _only(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": sorted(properties), "additionalProperties": False}


_VALUES: Mapping[type, Schema] = {
    str: _TEXT,
    bool: {"type": "boolean"},
    float: {"type": "number"},
    Cmyk: _only(cmyk=_INKS),
    PictureValue: _only(
        picture=_only(
            sha256=_SHA256,
            name=_TEXT,
            focus={"type": "array", "items": _SHARE, "minItems": 2, "maxItems": 2},
            zoom={"type": "number", "minimum": 1, "maximum": entrance.GREATEST_ZOOM},
        )
    ),
}


def _everything() -> Document:
    """Return a document that says all that one can say."""
    day, package = dt.date(2020, 10, 15), PackageRef("a", 1, "0" * 64)
    values: dict[str, Value] = {"text": "a", "ink": Cmyk(0, 0, 0, 1), "picture": PictureValue("0" * 64, "a.jpg")}
    return Document(
        design=package,
        format=PageFormat("a4", 210, 297),
        issue=Issue(day, "1"),
        unit=Unit(licence_date=day),
        campaign=package,
        elements=(Element("a", "text", values, Rect(1, 1, 1, 1), 1.0, True),),
        answers={"a": True},
        waivers=(Waiver("a.b", "c", "d", "e", day),),
        guides=(Guide("x", 1.0),),
    )


_RULES = b"""
[rules."a.b"]
reason = "a"
options = { c = 1 }
severities = { d = "warning" }
"""


def _campaigns() -> list[dict[str, bytes]]:
    folders = sorted((assets() / "templates" / "campaigns").glob("*/campaign.toml"))
    found = [dict(folder_files(path.parent)) for path in folders]
    return [*found, {**found[0], "campaign.toml": found[0]["campaign.toml"] + _RULES}]


def _campaign() -> Schema:
    made = recorded(reader, "campaign.toml", *(lambda one=one: reader.read(one, "sample") for one in _campaigns()))
    places: dict[str, Schema] = {
        "schema": {"const": reader.SCHEMA},
        "id": {
            "pattern": f"^{reader._ID.pattern}$",
            "maxLength": reader._LONGEST_ID,
            "not": {"pattern": f"^({reader._DEVICE.pattern})$"},
        },
        "version": {"minimum": 1, "maximum": reader.LAST_VERSION},
        "kinds": _some(reader._KINDS),
        "banner.zones": _some(reader._ZONES),
        "slogan.cases": _some(reader._CASES),
    }
    add(made, places)
    return made


def _slogans() -> Schema:
    made = recorded(reader, "slogans.toml", *(lambda one=one: reader.read(one, "sample") for one in _campaigns()))
    describe(made, "slogan[]", Slogan)
    return made


def _some(names: tuple[str, ...]) -> Schema:
    return {"items": {"enum": list(names)}, "minItems": 1}


def _printer() -> Schema:
    paths = sorted(printers._FOLDER.glob("*.toml"))
    made = recorded(printers, ".toml", *(lambda path=path: printers._read(path) for path in paths))
    add(made, {"marks": {"items": {"enum": list(printers._MARKS)}}})
    describe(
        made, "", printers.PrinterProfile, bleed="bleed_mm", safe="safe_mm", trim="trim_mm", trim_tolerance="trim_tolerance_mm"
    )
    return made


def _proof() -> Schema:
    page = PageParts({"TrimBox": (0, 0, 1, 1)}, "", {"a": ""}, {"a": ""}, {"a": ""}, "", "", "")
    proof = Proof(
        id="",
        time=dt.datetime(2020, 10, 15, tzinfo=dt.UTC),
        engine="",
        unit="",
        file="",
        size=0,
        sha256="",
        parts=FileParts("", "", "", (page,)),
        art=(ProvenArt("a", 1, "a", "", Rect(0, 0, 1, 1)),),
        campaign=CampaignRecord("a", 1, "", "valid", "", False, ""),
        printer="",
        rule_set=1,
    )
    made = recorded(json_form, "proof", lambda: json_form.decode({**json_form.encode(proof), "signature": ""}, "proof"))
    add(made, {"schema": {"const": json_form.SCHEMA}, "time": {"format": "date-time"}, "check": {"type": "object"}})
    # A box has four numbers, a turn or a unit has one.
    place(made, "parts.pages[].boxes")["additionalProperties"] = {"type": "array", "items": {"type": "number"}}
    describe(made, "", Proof)
    describe(made, "parts", FileParts)
    describe(made, "parts.pages[]", PageParts)
    describe(made, "art[]", ProvenArt, box="box_mm")
    return made


def _families() -> list[Path]:
    return sorted((assets() / "fonts").glob("*/family.toml"))


def _issuer() -> Schema:
    sample = issuers.Issuer("a", f"ed25519:{'0' * 64}", Period(dt.date(2020, 1, 1), dt.date(2020, 1, 2)), ("0" * 64,))
    made = recorded(issuers, ".toml", lambda: issuers.parse_issuer(issuers.issuer_bytes(sample), "sample.toml"))
    places: dict[str, Schema] = {
        "schema": {"maximum": issuers.SCHEMA},
        "name": {"pattern": r"\S"},
        "key": {"pattern": f"^{issuers._KEY_ID.pattern}$"},
        "from": DATE,
        "to": DATE,
        "seals": {"items": {"type": "string", "pattern": f"^{issuers._HASH.pattern}$"}},
    }
    add(made, places)
    describe(made, "", issuers.Issuer)
    return made


def _inks() -> Schema:
    made = recorded(inking, ".toml", lambda: inking.read_inks(assets() / "samples" / "inks.toml"))
    places: dict[str, Schema] = {
        "ink[].cmyk": {"items": {"type": "number", "minimum": 0, "maximum": 100}, "description": "Per cent of each ink."},
        "ink[].hex": {"pattern": "^#?([0-9A-Fa-f]{6})?$", "description": "The screen colour, such as #DA251D."},
        "ink[].name": {"description": "The name of the spot colour, in any letter case."},
        "ink[]": {
            "anyOf": [
                {"required": ["name"], "properties": {"name": {"minLength": 1}}},
                {"required": ["hex"], "properties": {"hex": {"minLength": 2}}},
            ]
        },
    }
    add(made, places)
    return made


def _every_rule() -> bytes:
    """Return a variant that uses every rule; no shipped one does."""
    lines = ['name_vi = "a"', 'name_en = "a"', "[rules]"]
    for rule in gwg.RULES:
        names = gwg._LIMITS.get(rule, ())
        entries = [*(() if names == gwg._STEPS else ('severity = "error"',)), *(f"{name} = 1" for name in names)]
        lines.append(f"{rule} = {{ {', '.join(entries)} }}")
    return "\n".join(lines).encode()


_TURNED = b"""
[[slot]]
id = "turned"
kind = "text"
box = [0, 0, 1, 1]
angle = 1
set = { text = "a" }
"""


def _design() -> Schema:
    raws = [path.read_bytes() for path in sorted((assets() / "templates" / "designs").glob("*/design.toml"))]
    readings = (lambda raw=raw: design.parse_design(raw, "sample") for raw in (*raws, raws[0] + _TURNED))
    made = recorded(design, "design.toml", *readings)
    places: dict[str, Schema] = {
        "schema": {"const": design.SCHEMA},
        "colours.*": {"items": {"type": "number", "minimum": 0, "maximum": 100}},
        "lengths.*": _LENGTH,
        "slot[].box": {"type": "array", "items": _LENGTH, "minItems": 4, "maxItems": 4},
        "slot[].angle": _LENGTH,
        "slot[].open": {"items": {"enum": list(design._LOCKS)}},
    }
    add(made, places)
    # Which names there are is the author's affair: the choices of the last sample are not.
    place(made, "styles.*.colour").pop("enum", None)
    place(made, "slot[]")["allOf"] = [_fields(kind) for kind in kinds()]
    describe(made, "slot[]", design.Slot, fields="set")
    describe(made, "styles.*", TextSpec, max_lines="lines")
    return made


def _fields(kind: str) -> Schema:
    """Return which fields a slot of a kind may set."""
    words = attributes(kinds()[kind])
    fields = {
        info.name: {
            "anyOf": [_VALUES[one] for one in info.types if one not in (Cmyk, PictureValue)],
            **({"description": words[info.name]} if info.name in words else {}),
        }
        for info in field_infos(kind).values()
    }
    return {
        "if": {"properties": {"kind": {"const": kind}}},
        "then": {"properties": {"set": {"properties": fields, "additionalProperties": False}}},
    }


def main() -> int:
    """Write the schemas."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        path = FOLDER / f"{name}.schema.json"
        path.write_text(text_of(schema), encoding="utf-8")
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())

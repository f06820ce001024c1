"""The document information and the XMP packet of a finished file: the same facts, said twice.

CoverKit's own record stands in the XMP under the namespace `https://coverkit.org/ns/record/1/` (prefix `ck`). All its
properties are plain texts:

- `ck:Engine`: name and version of the program that wrote the file
- `ck:Result`: of the check before writing: pass, note, warning, error, not-passed (written although errors were found)
- `ck:RuleSet`: version of the rules that were checked
- `ck:Design`, `ck:DesignVersion`: the cover's design
- `ck:Printer`: the printer's profile; `ck:Trim`, `ck:Bleed`: the page in mm
- `ck:Art`: the sealed art placed, as `Record.art` says
- `ck:Campaign`, `ck:CampaignVersion`, `ck:CampaignSha256`: the campaign and the hash of its package
- `ck:CampaignSeal`: valid, unsigned, invalid or unknown-issuer
- `ck:CampaignStanding`: official or sample
- `ck:Proof`: id of the proof of the check, which was written beside a press file as `<name>.check.json`
- `ck:ProofKey`: id of the key that signed it, where there was one

Readers ignore properties that they do not know; a change of meaning gets a new number in the namespace.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Mapping
from html import escape

from coverkit.campaigns.campaign import Campaign
from coverkit.export.output import Record

RECORD_NAMESPACE = "https://coverkit.org/ns/record/1/"

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "ck": RECORD_NAMESPACE,
}
_UNPRINTABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PACKET = "W5M0MpCehiHzreSzNTczkc9d"


def producer(record: Record) -> str:
    """Return the name and version of the writing program."""
    return f"CoverKit {record.engine}"


def information(record: Record, standard: str) -> dict[str, str]:
    """Return the entries of the document information; the standard is that of `GTS_PDFXVersion`, "" for none."""
    date = pdf_date(record.created)
    entries = {
        "Title": record.title,
        "Author": record.author,
        "Creator": producer(record),
        "Producer": producer(record),
        "CreationDate": date,
        "ModDate": date,
    }
    return entries | ({"GTS_PDFXVersion": standard} if standard else {})


def xmp_packet(record: Record, campaign: Campaign | None, standard: str, content: str) -> bytes:
    """Return the XMP packet.

    Args:
        record: what the file says about itself.
        campaign: whose record is kept.
        standard: named in the XMP where it is PDF/X-4; PDF/X-1a is claimed in the document information alone.
        content: identity of the file's content; the ids are made from it.
    """
    date = record.created.isoformat(timespec="seconds")
    plain = {
        "xmp:CreateDate": date,
        "xmp:ModifyDate": date,
        "xmp:MetadataDate": date,
        "xmp:CreatorTool": producer(record),
        "xmpMM:DocumentID": _uuid("document", content),
        "xmpMM:InstanceID": _uuid("instance", content, date),
        "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default",
        "pdf:Producer": producer(record),
        "pdf:Trapped": "False",
    }
    if standard == "PDF/X-4":
        plain["pdfxid:GTS_PDFXVersion"] = standard
    plain |= own_record(record, campaign)
    if standard:
        plain |= _proof(record, content)
    lines = [
        f'<?xpacket begin="\ufeff" id="{_PACKET}"?>',
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
        f'<rdf:RDF xmlns:rdf="{_NAMESPACES["rdf"]}">',
        '<rdf:Description rdf:about=""',
        *(f'  xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items() if prefix != "rdf"),
        ">",
        "<dc:format>application/pdf</dc:format>",
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_text(record.title)}</rdf:li></rdf:Alt></dc:title>',
        f"<dc:creator><rdf:Seq><rdf:li>{_text(record.author)}</rdf:li></rdf:Seq></dc:creator>",
        f"<dc:language><rdf:Bag><rdf:li>{_text(record.language)}</rdf:li></rdf:Bag></dc:language>",
        *(f"<{name}>{_text(value)}</{name}>" for name, value in plain.items()),
        "</rdf:Description>",
        "</rdf:RDF>",
        "</x:xmpmeta>",
        '<?xpacket end="w"?>',
    ]
    return "\n".join(lines).encode("utf-8")


def own_record(record: Record, campaign: Campaign | None) -> Mapping[str, str]:
    """Return CoverKit's own properties; those without a value are left out."""
    entries = {
        "ck:Engine": producer(record),
        "ck:Result": record.result,
        "ck:RuleSet": record.rule_set,
        "ck:Design": record.design,
        "ck:DesignVersion": str(record.design_version) if record.design else "",
        "ck:Printer": record.printer,
        "ck:Trim": record.trim,
        "ck:Bleed": record.bleed,
        "ck:Art": record.art,
    }
    if campaign is not None:
        entries |= {
            "ck:Campaign": campaign.id,
            "ck:CampaignVersion": str(campaign.version),
            "ck:CampaignSha256": campaign.sha256,
            "ck:CampaignSeal": campaign.seal,
            "ck:CampaignStanding": campaign.standing,
        }
    return {name: value for name, value in entries.items() if value}


def _proof(record: Record, content: str) -> Mapping[str, str]:
    """Return how the file names its proof: by an id of its content, so that another file's proof does not pass for it."""
    signed = {"ck:ProofKey": record.proof_key} if record.proof_key else {}
    return {"ck:Proof": _uuid("proof", content), **signed}


def pdf_date(moment: dt.datetime) -> str:
    """Return a date as PDF writes it, its zone included.

    Raises:
        ValueError: the date has no zone.
    """
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a date without a zone means another moment in each country")
    minutes = round(offset.total_seconds() / 60)
    sign, minutes = ("-", -minutes) if minutes < 0 else ("+", minutes)
    return f"D:{moment:%Y%m%d%H%M%S}{sign}{minutes // 60:02d}'{minutes % 60:02d}'"


def _text(text: str) -> str:
    return escape(_UNPRINTABLE.sub("\ufffd", text), quote=False)


def _uuid(*parts: str) -> str:
    return f"uuid:{uuid.uuid5(uuid.NAMESPACE_URL, RECORD_NAMESPACE + '/'.join(parts))}"

"""What a finished file says of itself, and what outputs are made from."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coverkit import __version__
from coverkit.app.project import Project
from coverkit.app.rulebook import VERSION
from coverkit.app.unit_key import own_signer
from coverkit.checks.finding import Severity
from coverkit.export.output import ExportContext, Record
from coverkit.layout.cover import Cover

if TYPE_CHECKING:
    from coverkit.app.pipeline import Checked

_VIETNAM = dt.timezone(dt.timedelta(hours=7))
_NOON = dt.time(12, 0, tzinfo=_VIETNAM)


def export_context(project: Project, checked: Checked, stem: str) -> ExportContext:
    """Gather what an output is made from."""
    return ExportContext(
        scene=checked.cover.scene,
        printer=checked.cover.printer,
        resources=project.resources(press=True),
        record=record(project, checked),
        face=project.library.face("Be Vietnam Pro"),
        stem=stem,
        campaign=checked.cover.campaign,
    )


def record(project: Project, checked: Checked) -> Record:
    """Say what a file is. Its date is noon of the issue's day in Viet Nam, so that the same cover gives the same bytes."""
    document, cover = project.document, checked.cover
    passed = not checked.result.reaches(Severity.ERROR)
    name = document.unit.publication or document.unit.name or cover.design.name_vi
    issue = f"Số {document.issue.number}" if document.issue.number else ""
    scene, signer = cover.scene, own_signer()
    return Record(
        title=" – ".join(part for part in (name, issue, f"{document.issue.date:%d/%m/%Y}") if part),
        author=document.unit.name,
        issue=issue,
        created=dt.datetime.combine(document.issue.date, _NOON),
        result=checked.result.status.value if passed else "not-passed",
        rule_set=str(VERSION),
        design=cover.design.id,
        design_version=cover.design.version,
        engine=__version__,
        printer=cover.printer.id,
        trim=f"{scene.width:g}x{scene.height:g}",
        bleed=" ".join(f"{edge:g}" for edge in (scene.bleed.left, scene.bleed.top, scene.bleed.right, scene.bleed.bottom)),
        art="; ".join(_art_entries(project, cover)),
        proof_key="" if signer is None else signer.key,
    )


def _art_entries(project: Project, cover: Cover) -> list[str]:
    entries = []
    for placed in cover.of_kind("banner"):
        if placed.art is not None:
            box = placed.box
            place = " ".join(f"{number:.3f}" for number in (box.x, box.y, box.width, box.height, placed.angle))
            entries.append(f"{placed.art.name} {project.art[placed.art.sha256].content_sha256} {place}")
    return entries

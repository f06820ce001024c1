"""The one place that knows the order: compose, check, paint, inspect, check, write.

The window, the command line and batches call these; so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coverkit.app.project import Project
from coverkit.app.rulebook import configuration, rules
from coverkit.checks.runner import Accepted, CheckResult, run
from coverkit.i18n import tr
from coverkit.layout.cover import Cover
from coverkit.render.plates import ink_coverage, separations

INK_DPI = 60
"""Resolution of the plates that ink coverage is measured on: 35 px to the 15 mm square of GWG 2022, R0026."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A composed cover and what the rules say of it."""

    cover: Cover
    result: CheckResult


def check_cover(project: Project) -> Checked:
    """Compose a cover, measure its ink and run every rule that judges covers.

    Raises:
        InputError: the cover cannot be composed.
        MissingError: a font or a picture is missing.
    """
    cover = measured(project, project.compose())
    setup = configuration(cover.campaign, cover.printer)
    return Checked(cover, run(rules(), cover, setup, accepted(project)))


def measured(project: Project, cover: Cover) -> Cover:
    """Return a cover with its ink coverage, from our own plates."""
    plates = separations(cover.scene, project.resources(), INK_DPI)
    report = ink_coverage(plates, cover.printer.ink_limit)
    return replace(cover, ink=report)


def accepted(project: Project) -> Sequence[Accepted]:
    """Return the findings that people accepted in this cover, with reason, name and date."""
    return tuple(
        Accepted(
            one.rule,
            one.code,
            tr("{reason} ({by}, {date})", reason=one.reason, by=one.by, date=f"{one.date:%d/%m/%Y}"),
        )
        for one in project.document.waivers
    )

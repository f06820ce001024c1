"""Subjects of press rules: files built by hand with what they were meant to be, and what a rule says of one."""

from __future__ import annotations

from pikepdf import Dictionary

from coverkit import registry
from coverkit.checks.configuration import Configuration, RuleSettings
from coverkit.checks.finding import RuleResult
from coverkit.checks.rule import registered
from coverkit.checks.runner import run
from coverkit.facts.file import FileSubject
from coverkit.facts.press import ExpectedArt, PressSubject
from coverkit.facts.standard import Standard
from coverkit.formats.printers import printer_profile
from coverkit.preflight.inspect import inspect
from coverkit.preflight.streams import sha256
from tests.preflight.files import BLEED, CONTENT, TRIM, Change, built, profile


def subject(
    change: Change | None = None,
    content: bytes = CONTENT,
    x1a: bool = False,
    resources: Dictionary | None = None,
    art: tuple[ExpectedArt, ...] = (),
) -> PressSubject:
    """Return a built file as the subject of press rules."""
    return judged(built(change, content, x1a, resources), x1a, art)


def judged(data: bytes, x1a: bool = False, art: tuple[ExpectedArt, ...] = ()) -> PressSubject:
    """Return a file as the subject of press rules, as if it was meant as the good file."""
    return PressSubject(
        pdf=inspect(data, "cover.pdf"),
        printer=printer_profile("offset-coated"),
        standard="PDF/X-1a:2003" if x1a else "PDF/X-4",
        trim_mm=TRIM,
        bleed_mm=(BLEED,) * 4,
        condition_id="FOGRA39",
        profile_sha256=sha256(profile()),
        art=art,
    )


def foreign(
    change: Change | None = None,
    content: bytes = CONTENT,
    standard: Standard = "PDF/X-4",
    printer: str = "offset-coated",
) -> FileSubject:
    """Return a built file as one of another program's, judged by a standard."""
    data = built(change, content, standard != "PDF/X-4")
    return FileSubject(pdf=inspect(data, "foreign.pdf"), printer=printer_profile(printer), standard=standard)


def result(rule_id: str, of: FileSubject, **options: object) -> RuleResult:
    """Run one rule with options."""
    registry.import_all("coverkit.rules.press")
    (chosen,) = [one for one in registered() if one.id == rule_id]
    (found,) = run([chosen], of, Configuration({rule_id: RuleSettings(options)})).rules
    return found


def codes(rule_id: str, of: FileSubject, **options: object) -> list[str]:
    """Return the codes of what one rule finds, each once, in order; a rule that broke fails the test."""
    found = result(rule_id, of, **options)
    assert found.status != "crash", found.reason
    return sorted({finding.code for finding in found.findings})

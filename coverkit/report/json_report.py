"""Reports for programs: schema 1 of the command line's contract. Keys and their order are fixed; extend, never change."""

from __future__ import annotations

import json
import math

from coverkit.checks.finding import Finding, RuleResult
from coverkit.geometry import Rect
from coverkit.report.data import CampaignRecord, Decision, Report, reasons

SCHEMA = 1
_MM_DIGITS = 2
_DIGITS = 3

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def json_report(report: Report) -> str:
    """Return the report as one JSON document that ends with a line break."""
    return json.dumps(document(report), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def document(report: Report) -> dict[str, Json]:
    """Return the report as what `json` writes."""
    subject = report.subject
    trim = subject.trim_mm
    standard: dict[str, Json] = {"standard": subject.standard, "claim": subject.claim} if subject.standard else {}
    return {
        "schema": SCHEMA,
        "coverkit": report.coverkit,
        "subject": {
            "path": subject.path,
            "kind": subject.kind,
            "sha256": subject.sha256,
            "pages": subject.pages,
            "trim_mm": None if trim is None else [round(trim[0], _MM_DIGITS), round(trim[1], _MM_DIGITS)],
            **standard,
        },
        "profile": subject.profile,
        "campaign": _campaign(subject.campaign),
        "status": report.result.status.value,
        "counts": {**report.result.counts()},
        "rules": [_rule(one) for one in report.rules],
        "findings": [_finding(one) for one in report.findings],
        **({} if report.decision is None else {"decision": _decision(report.decision)}),
    }


def _decision(decision: Decision) -> Json:
    return {
        "approved": decision.approved,
        "by": decision.by,
        "time": decision.time.isoformat(timespec="seconds"),
        "reasons": decision.reasons,
        "signed": decision.signed,
    }


def _campaign(campaign: CampaignRecord | None) -> Json:
    if campaign is None:
        return None
    return {"id": campaign.id, "version": campaign.version, "sha256": campaign.sha256, "seal": campaign.seal}


def _rule(rule: RuleResult) -> Json:
    return {"id": rule.id, "status": rule.status.value, "reason": " ".join(reasons(rule))}


def _finding(finding: Finding) -> Json:
    problem = finding.problem
    return {
        "rule": finding.rule,
        "code": problem.code,
        "severity": finding.severity.value,
        "status": finding.status,
        "message": problem.message,
        "remedy": finding.remedy,
        "source": finding.source,
        "page": problem.page,
        "element": problem.element,
        "box_mm": None if problem.box is None else _box(problem.box),
        "measured": _value(problem.measured),
        "limit": _value(problem.limit),
        "unit": problem.unit,
        "fixable": finding.fixable,
    }


def _box(box: Rect) -> Json:
    return [round(side, _MM_DIGITS) for side in (box.x, box.y, box.width, box.height)]


def _value(value: float | str | None) -> Json:
    """JSON has no infinity: such a value is told as none."""
    if isinstance(value, float):
        return round(value, _DIGITS) if math.isfinite(value) else None
    return value

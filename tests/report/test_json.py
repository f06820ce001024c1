"""The JSON report is the contract: these keys, in this order, of these types."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import pytest

from coverkit.app.file_check import check_file
from coverkit.report.data import Report, ReportSubject
from coverkit.report.json_report import json_report
from coverkit.report.text_report import text_report
from tests.preflight.files import built
from tests.report.samples import finding, full_report, report, result, subject


def loaded() -> Any:
    return json.loads(json_report(full_report()))


def test_the_keys_are_those_of_the_contract() -> None:
    document = loaded()
    assert list(document) == ["schema", "coverkit", "subject", "profile", "campaign", "status", "counts", "rules", "findings"]
    assert list(document["subject"]) == ["path", "kind", "sha256", "pages", "trim_mm"]
    assert list(document["campaign"]) == ["id", "version", "sha256", "seal"]
    assert list(document["counts"]) == ["error", "warning", "note", "not_checked", "pass", "crash"]
    assert all(list(rule) == ["id", "status", "reason"] for rule in document["rules"])
    names = ["rule", "code", "severity", "status", "message", "remedy", "source"]
    names += ["page", "element", "box_mm", "measured", "limit", "unit", "fixable"]
    assert all(list(one) == names for one in document["findings"])


def test_the_values_are_those_of_the_report() -> None:
    document = loaded()
    assert (document["schema"], document["status"]) == (1, "crash")
    assert document["subject"]["trim_mm"] == [190.0, 270.0]
    assert document["counts"] == {"error": 2, "warning": 0, "note": 1, "not_checked": 1, "pass": 2, "crash": 1}
    first = next(one for one in document["findings"] if one["code"] == "below-limit" and one["status"] == "open")
    assert first["box_mm"] == [10.0, 20.0, 100.0, 50.0]
    assert (first["measured"], first["limit"], first["unit"], first["fixable"]) == (143.235, 225.0, "ppi", False)


def test_rules_stand_by_id_and_acceptances_give_their_reason() -> None:
    document = loaded()
    ids = [rule["id"] for rule in document["rules"]]
    assert ids == sorted(ids)
    accepted = next(rule for rule in document["rules"] if rule["id"] == "law.size")
    assert accepted == {"id": "law.size", "status": "pass", "reason": "Giấy phép cho A4 (Bình, 01/10/2020)"}


def test_open_findings_come_first_and_the_worst_of_them_foremost() -> None:
    order = [(one["status"], one["severity"], one["code"]) for one in loaded()["findings"]]
    assert order == [
        ("open", "error", "below-limit"),
        ("open", "error", "other"),
        ("open", "note", "overset"),
        ("waived", "warning", "below-limit"),
    ]


@pytest.mark.parametrize("measured", [math.inf, math.nan])
def test_json_never_holds_what_is_no_number(measured: float) -> None:
    document = json.loads(json_report(report(result(finding(measured=measured)))), parse_constant=lambda name: name)
    assert document["findings"][0]["measured"] is None


def test_it_is_utf8_and_ends_with_a_line_break_and_repeats_byte_for_byte() -> None:
    text = json_report(full_report())
    assert text.endswith("}\n")
    assert "Ảnh bìa" in text
    assert text == json_report(full_report())


def test_what_is_missing_is_null() -> None:
    document = json.loads(json_report(report(result(finding(box=None, measured=None)), of=subject(campaign=None))))
    assert document["campaign"] is None
    assert document["findings"][0]["box_mm"] is None
    assert document["findings"][0]["measured"] is None


def test_of_a_pdf_it_says_by_which_standard_it_was_judged() -> None:
    data = built()
    found = check_file(data, "theirs.pdf")
    subject = ReportSubject.of_pdf("theirs.pdf", "0" * 64, found.subject, None)
    told = json.loads(json_report(Report(subject, found.result, (), 1)))
    assert list(told["subject"]) == ["path", "kind", "sha256", "pages", "trim_mm", "standard", "claim"]
    assert (told["subject"]["standard"], told["subject"]["claim"]) == ("PDF/X-4", "PDF/X-4")
    assert told["profile"] == "offset-coated"
    assert "Judged as: PDF/X-4, as the file says" in text_report(Report(subject, found.result, (), 1))
    unnamed = replace(subject, claim="")
    assert "PDF/X-4; the file names none" in text_report(Report(unnamed, found.result, (), 1))

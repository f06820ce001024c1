"""Reports for people: one HTML file with everything inside, for the screen and for A4 paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from coverkit.checks.finding import RuleResult, Status
from coverkit.i18n import language, mark, tr
from coverkit.report import wording
from coverkit.report.data import Report, reasons
from coverkit.report.html_page import Numbered, PagePicture, figure, severity_class
from coverkit.report.html_style import EMBLEM, style_sheet

_AREAS = {
    "law": mark("Law"),
    "campaign": mark("Campaign"),
    "symbols": mark("Symbols of the state"),
    "text": mark("Text"),
    "layout": mark("Layout"),
    "images": mark("Pictures"),
    "colour": mark("Colour"),
    "press": mark("The file for the press"),
    "printer": mark("The printer"),
    "gwg": mark("Ghent Workgroup"),
}
_SHORT = 24
"""Facts up to so many letters stand two in a row."""
_COUNTED = (
    ("error", mark("errors")),
    ("warning", mark("warnings")),
    ("note", mark("notes")),
    ("not_checked", mark("not checked")),
)


def html_report(report: Report, pictures: Sequence[PagePicture] = ()) -> str:
    """Return the report as one HTML document; nothing in it comes from elsewhere.

    Args:
        report: what was found.
        pictures: the pages, in their order; findings are marked on them.
    """
    title = tr("Check report: {name}", name=report.subject.name)
    return "".join(
        (
            f'<!DOCTYPE html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f'<meta name="generator" content="CoverKit {escape(report.coverkit)}">\n',
            f"<title>{escape(title)}</title>\n<style>{style_sheet()}</style>\n</head>\n<body>\n",
            *_head(report),
            _sheet(report, pictures),
            _rules(report),
            f"<footer><p>{escape(wording.limits_of_report())}</p></footer>\n</body>\n</html>\n",
        )
    )


def _head(report: Report) -> Iterator[str]:
    when = "" if report.checked is None else escape(wording.moment(report.checked))
    kind = escape(tr("Check report"))
    yield f'<div class="top">{EMBLEM}<b>CoverKit</b><span>{kind}</span><span class="when">{when}</span></div>\n'
    yield f"<h1>{escape(report.subject.name)}</h1>\n"
    counts = report.result.counts()
    chips = "".join(
        f'<li class="{name}{"" if counts[name] else " none"}"><b>{counts[name]}</b>{escape(tr(word))}</li>'
        for name, word in _COUNTED
    )
    verdict = escape(wording.verdict(report))
    yield f'<section class="verdict {report.result.status.value}"><p>{verdict}</p><ul class="counts">{chips}</ul></section>\n'
    sample = wording.sample_warning(report.subject.campaign)
    if sample:
        yield f'<p class="sample">{escape(sample)}</p>\n'
    yield f'<dl class="facts">{"".join(_facts(report))}</dl>\n'


def _facts(report: Report) -> Iterator[str]:
    for name, value in wording.facts(report):
        yield _fact(name, value, wide=len(value) > _SHORT, code=value in (report.subject.sha256, _campaign_hash(report)))


def _campaign_hash(report: Report) -> str:
    return "" if report.subject.campaign is None else report.subject.campaign.sha256


def _fact(name: str, value: str, *, wide: bool = False, code: bool = False) -> str:
    shown = f"<code>{escape(value)}</code>" if code else escape(value)
    first, second = ('<dt class="first">', '<dd class="wide">') if wide else ("<dt>", "<dd>")
    return f"{first}{escape(name)}</dt>{second}{shown}</dd>"


def _sheet(report: Report, pictures: Sequence[PagePicture]) -> str:
    numbered = list(enumerate(report.findings, 1))
    cards = "".join(_card(one, report) for one in numbered)
    if not cards:
        cards = f'<p class="clean">{escape(tr("There is nothing to mend."))}</p>' if report.judged else ""
    title = f"<h2>{escape(tr('Findings'))}</h2>\n"
    if not pictures:
        return f'{title}<div class="sheet bare"><div>{cards}</div></div>\n'
    figures = "".join(figure(picture, numbered) for picture in pictures)
    return f'{title}<div class="sheet"><div class="pages">{figures}</div><div>{cards}</div></div>\n'


def _card(numbered: Numbered, report: Report) -> str:
    count, finding = numbered
    problem, tone = finding.problem, severity_class(finding)
    small = "".join(_line("small", text) for text in wording.small_print(finding, report.subject))
    word = tr("accepted") if finding.status == "waived" else wording.status_word(Status(finding.severity.value))
    return (
        f'<article class="finding {tone}" id="f{count}"><header><span class="badge">{count}</span><span class="word">'
        f"{escape(word)}</span><code>{escape(finding.rule)}/{escape(finding.code)}</code></header>"
        f"<h3>{escape(problem.message)}</h3>{_line('remedy', finding.remedy)}"
        f"{_line('numbers', wording.comparison(finding))}"
        f"{small}</article>\n"
    )


def _line(style: str, text: str) -> str:
    return f'<p class="{style}">{escape(text)}</p>' if text else ""


def _rules(report: Report) -> str:
    names = (tr("Result"), tr("Rule"), tr("Remark"))
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    areas = groupby(report.rules, key=lambda one: one.id.split(".", 1)[0])
    body = "".join(_area(name, list(rules), report) for name, rules in areas)
    title = escape(tr("All rules ({count})", count=len(report.rules)))
    return f"<h2>{title}</h2>\n<table><thead><tr>{head}</tr></thead>{body}</table>\n"


def _area(name: str, rules: Sequence[RuleResult], report: Report) -> str:
    title = tr(_AREAS.get(name, name))
    rows = "".join(_row(one, report) for one in rules)
    return f'<tbody><tr><th colspan="3" scope="rowgroup">{escape(title)}</th></tr>{rows}</tbody>'


def _row(rule: RuleResult, report: Report) -> str:
    state = rule.status.value
    return (
        f'<tr><td class="state {state}">{escape(wording.status_word(rule.status))}</td>'
        f"<td>{escape(tr(report.title_of(rule.id)))}<br><code>{escape(rule.id)}</code></td>"
        f'<td class="why">{escape(" ".join(reasons(rule)))}</td></tr>\n'
    )

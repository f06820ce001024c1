"""A report: what was checked, by which rules, and what they say. Every form of it is made from this, and only from this."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Literal

from coverkit import __version__
from coverkit.campaigns.campaign import Campaign
from coverkit.checks.finding import Finding, RuleResult, Status
from coverkit.checks.rule import Rule
from coverkit.checks.runner import CheckResult
from coverkit.facts.file import FileSubject
from coverkit.facts.pdf import PdfFacts
from coverkit.geometry import MM
from coverkit.layout.cover import Cover
from coverkit.records import dataclass

SubjectKind = Literal["cover", "pdf", "picture"]


@dataclass(frozen=True, slots=True)
class CampaignRecord:
    """The campaign that was checked against, as reports name it."""

    id: str
    version: int
    sha256: str
    seal: str
    title: str
    sample: bool
    dispatch: str
    issuer: str = ""

    @classmethod
    def of(cls, campaign: Campaign) -> CampaignRecord:
        """Take what reports say from a campaign."""
        return cls(
            id=campaign.id,
            version=campaign.version,
            sha256=campaign.sha256,
            seal=campaign.seal,
            title=campaign.title,
            sample=campaign.standing == "sample",
            dispatch=campaign.dispatch.citation,
            issuer=campaign.dispatch.issuer,
        )


@dataclass(frozen=True, slots=True)
class ReportSubject:
    """What was checked.

    Attributes:
        path: the file as the person named it.
        sha256: of the file's bytes.
        trim_mm: width and height of the first page's trim; None where a PDF has no page.
        profile: the printer profile's id.
        standard: of a PDF, the standard that it was judged by; "" for other subjects.
        claim: of a PDF, the standard that it names itself; "" for none.
        elements: what people call the elements of a cover, by id.
    """

    path: str
    kind: SubjectKind
    sha256: str
    pages: int
    trim_mm: tuple[float, float] | None
    profile: str
    campaign: CampaignRecord | None = None
    standard: str = ""
    claim: str = ""
    elements: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def name(self) -> str:
        """The last part of the path, of any system."""
        return self.path.replace("\\", "/").rsplit("/", 1)[-1]

    @classmethod
    def of_cover(cls, path: str, sha256: str, cover: Cover) -> ReportSubject:
        """Describe a composed cover; `sha256` is that of the `.cover` file."""
        campaign = None if cover.campaign is None else CampaignRecord.of(cover.campaign)
        trim = (cover.scene.width, cover.scene.height)
        return cls(path, "cover", sha256, 1, trim, cover.printer.id, campaign, elements=names_of(cover))

    @classmethod
    def of_pdf(cls, path: str, sha256: str, judged: FileSubject, campaign: Campaign | None) -> ReportSubject:
        """Describe a PDF with what it was held against; `sha256` is that of its bytes."""
        facts = judged.pdf
        record = None if campaign is None else CampaignRecord.of(campaign)
        trim, printer = _trim_size(facts), judged.printer.id
        return cls(path, "pdf", sha256, facts.page_count, trim, printer, record, judged.standard, judged.claim)

    @classmethod
    def of_picture(
        cls, path: str, sha256: str, size_mm: tuple[float, float] | None, profile: str, campaign: Campaign
    ) -> ReportSubject:
        """Describe a picture of a cover; its size is None where it does not state its resolution."""
        return cls(path, "picture", sha256, 1, size_mm, profile, CampaignRecord.of(campaign))


def names_of(cover: Cover) -> Mapping[str, str]:
    """Return what people call the elements of a cover, by id."""
    return MappingProxyType({one.id: one.name for one in cover.placed})


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided about these very bytes.

    Attributes:
        approved: else the file was returned.
        reasons: in the reviewer's words.
        signed: the decision bears a signature that belongs to it; None where it bears none.
    """

    approved: bool
    by: str
    time: dt.datetime
    reasons: str = ""
    signed: bool | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The whole of it.

    Attributes:
        book: the rules that were run, for their titles.
        rule_set: version of the rule book.
        decision: a reviewer's, where there is one.
        checked: when; None leaves the time out, so that the same check gives the same bytes.
    """

    subject: ReportSubject
    result: CheckResult
    book: tuple[Rule, ...]
    rule_set: int
    checked: dt.datetime | None = None
    coverkit: str = __version__
    decision: Decision | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order that gives each its number."""
        return self.result.findings

    @property
    def rules(self) -> tuple[RuleResult, ...]:
        """All rules' results by id."""
        return tuple(sorted(self.result.rules, key=lambda one: one.id))

    @property
    def judged(self) -> int:
        """How many rules came to a verdict: neither not checked nor broken."""
        return sum(one.status not in (Status.NOT_CHECKED, Status.CRASH) for one in self.result.rules)

    def title_of(self, rule_id: str) -> str:
        """Return what a rule is called (a message, still to be translated); its id where it is not in the book."""
        return next((rule.title for rule in self.book if rule.id == rule_id), rule_id)


def reasons(rule: RuleResult) -> tuple[str, ...]:
    """Return everything that explains a rule's status: its own words, changed severities, acceptances."""
    told = [rule.reason]
    for finding in rule.findings:
        told += [finding.override_reason, finding.waiver]
    return tuple(dict.fromkeys(text for text in told if text))


def _trim_size(facts: PdfFacts) -> tuple[float, float] | None:
    if not facts.pages:
        return None
    first = facts.pages[0]
    box = first.trim or first.crop or first.media
    return None if box is None else (box.width / MM * first.user_unit, box.height / MM * first.user_unit)

"""Questions that a person answers once, and the rules that go by the answers: law.* and symbols.*."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from coverkit import i18n
from coverkit.checks.finding import Status
from coverkit.facts.codes import CodeMark, CodesSubject
from coverkit.geometry import Rect
from coverkit.layout.cover import Cover
from coverkit.records import replace
from coverkit.rules.subject.questions import QUESTIONS, answer
from tests.rules.covers import Part, banner, branded, codes, cover, only, panel, picture, result, text

ADVERTISING, AUTHORS, SALE = "law.advertising", "law.authors-over-symbols", "law.not-for-sale"
CODES = "law.recognised-codes"
VERBATIM = "law.verbatim-without-authors"
MAP, EMBLEM, PUBLISHER = "symbols.map", "symbols.emblem", "symbols.publisher"
IN_2023 = dt.date(2023, 6, 1)
NEW = dt.date(2026, 7, 1)
PHOTO = picture("hero", Rect(0.0, 80.0, 190.0, 100.0))


def _answered(*parts: Part, yes: str = "", no: str = "", **changes: Any) -> Cover:
    answers = {**dict.fromkeys(yes.split(), True), **dict.fromkeys(no.split(), False)}
    return cover(*parts, answers=answers, **changes)


def _told(rule_id: str, subject: Cover) -> tuple[str, str]:
    outcome = result(rule_id, subject)
    return outcome.status.value, outcome.reason


def test_questions_are_whole_and_hang_together() -> None:
    for name, one in QUESTIONS.items():
        assert name == one.id
        assert one.text.strip() == one.text
        assert "?" in one.text
        assert one.why.endswith(".")
        assert one.within in ("", *QUESTIONS)


def test_a_no_to_the_wider_question_answers_the_narrower_ones_and_a_yes_does_not() -> None:
    assert answer(_answered(no="symbols-on-cover"), "map-islands-shown") is False
    assert answer(_answered(yes="symbols-on-cover"), "map-of-vietnam") is None
    assert answer(_answered(no="symbols-on-cover", yes="map-of-vietnam"), "map-of-vietnam") is True
    assert answer(cover(), "national-emblem") is None


@pytest.mark.parametrize("rule_id", [MAP, EMBLEM])
def test_the_question_to_answer_is_named_the_widest_first(rule_id: str) -> None:
    status, reason = _told(rule_id, branded())
    assert status == "not_checked"
    assert reason.endswith("(symbols-on-cover)")
    narrower = _told(rule_id, _answered(yes="symbols-on-cover"))[1]
    assert narrower.endswith({MAP: "(map-of-vietnam)", EMBLEM: "(national-emblem)"}[rule_id])


@pytest.mark.parametrize("rule_id", [MAP, EMBLEM, ADVERTISING])
def test_an_answer_stands_in_the_reason_of_a_pass(rule_id: str) -> None:
    status, reason = _told(rule_id, _answered(yes="no-advertising", no="symbols-on-cover"))
    assert status == "pass"
    asked = "no-advertising" if rule_id == ADVERTISING else "symbols-on-cover"
    assert reason.startswith("Answered yes to: " if rule_id == ADVERTISING else "Answered no to: ")
    assert reason.endswith(f"({asked})")


def test_reasons_are_told_in_the_readers_language() -> None:
    before = i18n.language()
    i18n.activate("vi")
    try:
        assert _told(MAP, cover())[1].endswith("(symbols-on-cover)")
    finally:
        i18n.activate(before)


def test_map_fires_until_its_islands_are_confirmed() -> None:
    assert codes(MAP, _answered(yes="map-of-vietnam")) == [("islands-unconfirmed", "warning")]
    assert codes(MAP, _answered(yes="map-of-vietnam", no="map-islands-shown")) == [("islands-missing", "warning")]
    reason = _told(MAP, _answered(yes="map-of-vietnam", no="map-islands-shown"))[1]
    assert "(map-of-vietnam)" in reason
    assert "(map-islands-shown)" in reason


def test_map_stays_quiet_without_one_and_with_its_islands() -> None:
    assert result(MAP, _answered(no="map-of-vietnam")).status is Status.PASS
    assert result(MAP, _answered(yes="map-of-vietnam map-islands-shown")).status is Status.PASS
    assert codes(MAP, cover()) == []


def test_emblem_fires_where_it_is_shown() -> None:
    assert codes(EMBLEM, _answered(yes="national-emblem")) == [("shown", "warning")]


def test_emblem_stays_quiet_where_it_is_not() -> None:
    assert result(EMBLEM, _answered(no="national-emblem")).status is Status.PASS
    assert codes(EMBLEM, cover()) == []


def test_publisher_fires_for_another_body_with_the_party_flag() -> None:
    subject = _answered(yes="party-flag", no="body-of-political-system", date=IN_2023)
    assert codes(PUBLISHER, subject) == [("other-body", "note")]


def test_publisher_stays_quiet_for_bodies_without_the_flag_and_before_the_regulation() -> None:
    assert result(PUBLISHER, _answered(yes="party-flag body-of-political-system", date=IN_2023)).status is Status.PASS
    assert result(PUBLISHER, _answered(no="symbols-on-cover", date=IN_2023)).status is Status.PASS
    assert result(PUBLISHER, cover()).status is Status.PASS
    assert _told(PUBLISHER, _answered(yes="party-flag", date=IN_2023))[1].endswith("(body-of-political-system)")


def test_publisher_option_sets_the_day_of_the_regulation() -> None:
    subject = _answered(yes="party-flag", no="body-of-political-system")
    assert codes(PUBLISHER, subject) == []
    assert codes(PUBLISHER, subject, since=dt.date(2020, 1, 1)) == [("other-body", "note")]


def test_not_for_sale_fires_as_a_reminder_and_warns_after_a_no() -> None:
    assert codes(SALE, cover(kind="tai-lieu")) == [("reminder", "note")]
    assert codes(SALE, _answered(no="not-for-sale-stated", kind="tai-lieu")) == [("missing", "warning")]


def test_not_for_sale_stays_quiet_after_a_yes_and_for_newsletters() -> None:
    assert result(SALE, _answered(yes="not-for-sale-stated", kind="tai-lieu")).status is Status.PASS
    assert result(SALE, cover()).status is Status.PASS


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Tháng khuyến mãi lớn", "khuyến mãi"),
        ("HOTLINE 0261 123 456", "hotline"),
        ("Giảm giá 20 %", "giảm giá"),
        ("Phân bón chỉ 99.000đ", "99.000đ"),
        ("Trọn bộ 1.250.000 VNĐ", "1.250.000 vnđ"),
    ],
)
def test_advertising_fires_for_words_that_sell(words: str, found: str) -> None:
    subject = cover(text("teaser", words))
    problem = only(ADVERTISING, subject)
    assert (problem.code, problem.measured, problem.element) == ("hint", found, "teaser")
    assert codes(ADVERTISING, subject) == [("hint", "warning")]


def test_advertising_fires_after_a_no() -> None:
    assert codes(ADVERTISING, _answered(no="no-advertising")) == [("advertising", "warning")]
    assert "to be confirmed" in only(ADVERTISING, _answered(no="no-advertising", date=NEW)).message


@pytest.mark.parametrize(
    "words",
    [
        "Giảm giá thành, nâng giá trị",
        "Giá cà phê 120.000đ/kg",
        "Thu nhập 99.000.000 đồng một héc-ta",
        "Khuyến nông khuyến học",
        "Số 10.2020",
    ],
)
def test_advertising_stays_quiet_for_news(words: str) -> None:
    outcome = result(ADVERTISING, cover(text("teaser", words)))
    assert outcome.findings == ()
    assert outcome.status is Status.NOT_CHECKED
    assert outcome.reason.endswith("(no-advertising)")


def test_advertising_stays_quiet_once_confirmed_and_for_documents() -> None:
    selling = text("teaser", "Khuyến mãi 99.000đ")
    assert result(ADVERTISING, _answered(selling, yes="no-advertising")).status is Status.PASS
    assert result(ADVERTISING, cover(selling, kind="tai-lieu")).status is Status.PASS


def test_advertising_option_sets_words_prices_and_the_day_of_the_new_law() -> None:
    priced, sold = cover(text("teaser", "Chỉ 99.000đ")), cover(text("teaser", "Mua một tặng một"))
    assert codes(ADVERTISING, priced, prices=False) == []
    assert codes(ADVERTISING, sold, words=("tặng một",)) == [("hint", "warning")]
    assert "to be confirmed" in only(ADVERTISING, priced, unconfirmed_from=dt.date(2020, 1, 1)).message


def _coded(text: str) -> Cover:
    return replace(cover(PHOTO), codes=(CodeMark(Rect(10.0, 90.0, 20.0, 20.0), text, "hero"),))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://shopee.vn/a", ("code-sells", "warning")),
        ("HTTP://M.SHOPEE.VN", ("code-sells", "warning")),
        ("00020101021138560010A000000727", ("code-sells", "warning")),
        ("https://notshopee.vn/gov.vn", ("code", "note")),
        ("BEGIN:VCARD", ("code", "note")),
        ("", ("code", "note")),
    ],
)
def test_recognised_codes_fires_by_what_they_say(text: str, found: tuple[str, str]) -> None:
    assert codes(ADVERTISING, _coded(text)) == [found]
    assert codes(CODES, CodesSubject(_coded(text).codes)) == [found]


def test_recognised_codes_stays_quiet_where_an_office_is_meant_and_once_confirmed() -> None:
    for words in ("https://daknong.gov.vn/a?b", "khuyennong.daknong.gov.vn", "https://www.chinhphu.vn"):
        assert codes(ADVERTISING, _coded(words)) == codes(CODES, CodesSubject(_coded(words).codes)) == []
    sold = _coded("https://shopee.vn")
    answered = replace(sold, document=replace(sold.document, answers={"no-advertising": True}))
    assert codes(ADVERTISING, answered) == []
    assert result(CODES, CodesSubject(())).status is Status.PASS
    assert result(CODES, CodesSubject((), "no eyes")).status is Status.NOT_CHECKED


def test_recognised_codes_option_names_shops_and_offices() -> None:
    sold = _coded("https://cho.example/1")
    for rule_id, subject in ((ADVERTISING, sold), (CODES, CodesSubject(sold.codes))):
        assert codes(rule_id, subject, shops=("cho.example",)) == [("code-sells", "warning")]
        assert codes(rule_id, subject, offices=("example",)) == []


def test_a_note_stays_one_under_the_new_law() -> None:
    assert codes(ADVERTISING, _coded("x"), unconfirmed_from=dt.date(2020, 1, 1)) == [("code", "note")]


def _authors(*parts: Part, **changes: Any) -> Cover:
    return _answered(*parts, kind="tai-lieu", **changes)


@pytest.mark.parametrize(
    "name", [text("author", "Nguyễn Văn An"), text("own", "Biên soạn: Lê Bình"), text("x", "Trần Chi", role="author")]
)
def test_authors_over_symbols_fires_on_a_picture_once_confirmed(name: Part) -> None:
    assert codes(AUTHORS, _authors(PHOTO, name, yes="symbols-on-cover")) == [("on-image", "error")]
    status, reason = _told(AUTHORS, _authors(PHOTO, name))
    assert status == "not_checked"
    assert reason.endswith("(symbols-on-cover)")


def test_authors_over_symbols_fires_on_the_banner_and_names_it() -> None:
    subject = _authors(banner(), text("author", "Nguyễn Văn An", y=235.0), yes="symbols-on-cover")
    assert "the banner" in only(AUTHORS, subject).message


def test_authors_over_symbols_stays_quiet_beside_pictures_on_top_of_panels_and_for_newsletters() -> None:
    author = text("author", "Nguyễn Văn An")
    beside, over = text("author", "Nguyễn Văn An", y=200.0), panel("field", Rect(10.0, 90.0, 170.0, 40.0))
    for parts in ((PHOTO, beside), (author, PHOTO), (over, author), (PHOTO, text("headline", "Mùa xanh"))):
        assert result(AUTHORS, _authors(*parts, yes="symbols-on-cover")).status is Status.PASS
    assert result(AUTHORS, _authors(PHOTO, author, no="symbols-on-cover")).status is Status.PASS
    assert result(AUTHORS, _answered(PHOTO, author, yes="symbols-on-cover")).status is Status.PASS


def test_authors_over_symbols_option_names_the_texts() -> None:
    subject = _authors(PHOTO, text("signature", "Nguyễn Văn An"), yes="symbols-on-cover")
    assert codes(AUTHORS, subject) == []
    assert codes(AUTHORS, subject, names=("signature",)) == [("on-image", "error")]


def test_verbatim_without_authors_fires_for_each_name() -> None:
    names = (text("author", "Nguyễn Văn An", y=60.0), text("own", "Người dịch: Lê Bình", y=200.0))
    assert codes(VERBATIM, _authors(*names, yes="verbatim-document")) == [("named", "warning"), ("named", "warning")]
    status, reason = _told(VERBATIM, _authors(*names))
    assert status == "not_checked"
    assert reason.endswith("(verbatim-document)")


def test_verbatim_without_authors_stays_quiet_without_names_or_reprint() -> None:
    author = text("author", "Nguyễn Văn An")
    assert _told(VERBATIM, _authors(text("headline", "Tác giả của mùa xanh"))) == ("pass", "")
    assert result(VERBATIM, _authors(author, no="verbatim-document")).status is Status.PASS
    assert _told(VERBATIM, cover(author)) == ("pass", "")
    assert _told(VERBATIM, _authors(author, yes="verbatim-document", date=dt.date(2020, 3, 31))) == ("pass", "")


def test_verbatim_without_authors_option_names_the_texts_and_sets_the_day() -> None:
    subject = _authors(text("signature", "Nguyễn Văn An"), yes="verbatim-document")
    assert codes(VERBATIM, subject) == []
    assert codes(VERBATIM, subject, names=("signature",)) == [("named", "warning")]
    assert codes(VERBATIM, subject, names=("signature",), since=NEW) == []

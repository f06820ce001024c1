"""The Campaign panel: what the dispatch orders, ticked off by the rules as the cover changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtWidgets import QLabel

from coverkit.gui.desk import Desk
from coverkit.gui.panels.campaign_orders import orders_of
from coverkit.gui.windows.cover_window import CoverWindow
from coverkit.model import edits
from tests.gui.panels.conftest import Until, setting


def _words(window: CoverWindow) -> str:
    return "\n".join(label.text() for label in window.panels.campaign.findChildren(QLabel) if not label.isHidden())


def _set_date(window: CoverWindow, day: dt.date) -> None:
    issue = replace(window.editor.document.issue, date=day)
    window.editor.perform(lambda document, permissions: edits.set_issue(document, issue))


def test_it_names_order_standing_and_seal_and_every_rule_of_the_campaign(judged: CoverWindow) -> None:
    words, cover = _words(judged), judged.editor.cover
    assert cover.campaign is not None
    assert cover.campaign.dispatch.citation in words
    assert cover.campaign.dispatch.clause in words
    assert {order.rule for order in orders_of(cover, cover.campaign)} == set(judged.panels.campaign.rows)
    assert "mẫu" in words.lower(), "a sample campaign says that it is one"
    assert "90" in words or "104,5" in words, "the campaign's own least width"


def test_the_ticks_follow_the_cover(judged: CoverWindow, until: Until) -> None:
    exact = judged.panels.campaign.rows["campaign.slogan-exact"]
    assert exact.told.isHidden()
    judged.editor.perform(setting("slogan", slogan="Nhiệt liệt chào mừng Đại hội đại biểu Đảng bộ tỉnh Đắk Nông lần thứ XI!"))
    until(lambda: judged.editor.findings is not None)
    assert not exact.told.isHidden()
    judged.editor.undo()
    until(lambda: judged.editor.findings is not None)
    assert exact.told.isHidden()


def test_another_date_brings_other_slogans_and_an_error(judged: CoverWindow, until: Until) -> None:
    assert "Chào mừng thành công" not in _words(judged)
    _set_date(judged, dt.date(2020, 10, 20))
    assert "Chào mừng thành công" in _words(judged)
    _set_date(judged, dt.date(2021, 3, 1))
    until(lambda: judged.editor.findings is not None)
    assert not judged.panels.campaign.rows["campaign.issue-date"].told.isHidden()


def test_without_a_campaign_it_says_what_to_do(judged: CoverWindow, desk: Desk) -> None:
    judged.editor.perform(lambda document, permissions: edits.set_campaign(document, None))
    assert not judged.panels.campaign.rows
    assert judged.panels.campaign.findChildren(QLabel)

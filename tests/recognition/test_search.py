"""Art on pixels: a small part of the benchmark's second set, and what its limits rest on."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from benchmarks.recognition import faults, grounds, measure, pages, table
from coverkit.recognition.search import find

B = grounds.stock("b")


@pytest.fixture(scope="module")
def with_art() -> list[measure.Outcome]:
    return [measure.looked_at(one) for one in pages.with_art(B, 9)]


def test_art_is_found_and_measured(with_art: list[measure.Outcome]) -> None:
    assert [(one.recipe, table.is_wrong(one)) for one in with_art if table.is_wrong(one)] == []
    assert max(abs(one.angle_off) for one in with_art) < 0.3
    assert min(one.found.confidence for one in with_art if one.found is not None) > 0.95


def test_the_pages_are_what_they_should_be(with_art: list[measure.Outcome]) -> None:
    assert {one.found.art for one in with_art if one.found is not None} == {"band", "column", "square"}
    assert any(one.truth.stretch for one in with_art if one.truth is not None)
    assert any("scan" in one.recipe for one in with_art)
    assert any("jpeg" in one.recipe for one in with_art)


def test_what_is_only_like_the_art_is_not_found() -> None:
    without = [measure.looked_at(one) for one in pages.without_art(B, 8)]
    assert [(one.recipe, one.found) for one in without if one.found is not None] == []


def test_faults_are_told() -> None:
    verdicts = list(faults.judged(B, len(faults.KINDS)))
    assert [one.kind for one in verdicts] == list(faults.KINDS)
    for one in verdicts:
        assert one.seen is not None, one
        assert table.is_told(one), one


def test_art_that_stands_there_twice_is_found_twice() -> None:
    specimen = next(pages.with_art(B, 1))
    height, width = specimen.image.shape[:2]
    canvas = np.full((height, width * 2, 3), 255, np.uint8)
    canvas[:, :width] = canvas[:, width:] = specimen.image
    found = find(canvas, specimen.px_per_mm, measure.known(specimen.campaign))
    assert sorted(one.corners[:, 0].mean() > width for one in found) == [False, True]


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 400, 3), (200, 5, 3), (300, 300, 3)])
def test_pages_that_show_nothing_have_no_art(shape: tuple[int, int, int]) -> None:
    art = measure.known("bau-cu-2016")
    assert find(np.full(shape, 255, np.uint8), 5.9, art) == ()
    noise = np.random.default_rng(1).integers(0, 256, shape).astype(np.uint8)
    assert find(noise, 5.9, art) == ()


def test_the_two_sets_share_nothing() -> None:
    a = grounds.stock("a")
    assert not set(a.photographs) & set(B.photographs)
    assert not set(a.designs) & set(B.designs)
    assert a.seed != B.seed


def test_a_set_is_the_same_each_time() -> None:
    first, second = (list(itertools.islice(pages.with_art(B, 2), 2)) for _ in range(2))
    assert all(np.array_equal(one.image, other.image) for one, other in zip(first, second, strict=True))

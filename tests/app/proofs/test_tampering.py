"""Three hundred changes by chance to checked files: all found, each named as what it is."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from itertools import islice

import pytest

from coverkit.app.pipeline import ExportRequest, export
from coverkit.app.proofs.changes import changes
from coverkit.app.proofs.data import Proof
from coverkit.app.proofs.files import read_proof
from coverkit.app.sample import sample_project
from coverkit.errors import InputError
from coverkit.preflight.inspect import inspect
from tests.app.proofs import tampering
from tests.app.proofs.tampering import Tampering

SEED = 20201015
KINDS: dict[Callable[[bytes, random.Random], Iterator[Tampering]], int] = {
    tampering.flipped: 60,
    tampering.overwritten: 30,
    tampering.moved_boxes: 35,
    tampering.rewritten_text: 40,
    tampering.near_copies: 45,
    tampering.described_otherwise: 30,
    tampering.revisions: 42,
    tampering.other_parts: 18,
}


@pytest.fixture(scope="module", params=["pdf-x4", "pdf-x1a"])
def checked(request: pytest.FixtureRequest) -> tuple[bytes, Proof]:
    when = dt.datetime(2020, 10, 10, 9, tzinfo=dt.UTC)
    press, proof = export(sample_project(), ExportRequest(request.param, time=when)).files
    return press.data, read_proof(proof.data, "x.check.json").proof


def test_there_are_three_hundred() -> None:
    assert sum(KINDS.values()) == 300


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_change_is_found_and_rightly_named(
    kind: Callable[[bytes, random.Random], Iterator[Tampering]], checked: tuple[bytes, Proof]
) -> None:
    data, proof = checked
    half = KINDS[kind] // 2 + KINDS[kind] % 2
    wrong = []
    for one in islice(kind(data, random.Random(f"{SEED} {proof.id}")), half):
        found = named(one.data, proof)
        if one.data == data or not found or not one.parts <= found <= one.parts | one.also:
            wrong.append((one.name, sorted(found), sorted(one.parts)))
    assert wrong == []


def test_nothing_is_named_where_nothing_was_changed(checked: tuple[bytes, Proof]) -> None:
    assert named(*checked) == frozenset()


def named(data: bytes, proof: Proof) -> frozenset[str]:
    try:
        pages = inspect(data, "x.pdf").pages
    except InputError:
        pages = None
    return frozenset(change.part for change in changes(data, proof, pages))

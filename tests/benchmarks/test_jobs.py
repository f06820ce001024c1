"""Every measured job runs once, with tiny counts, and writes a cover; a peer that is not there is named with a reason."""

from __future__ import annotations

import math
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from benchmarks import page, photograph
from benchmarks.contests import COVERKIT, SAME_HEADLINE, Contest, Setting, check_pdf, contests
from benchmarks.measure import ROOT, Command, JobError, measure
from benchmarks.peers import Found, find

_PEERS = ("Scribus, JPEG", "Typst", "WeasyPrint", "reportlab")
_TRIM = (190.0, 270.0)


@dataclass(frozen=True)
class Bench:
    """The materials, the peers and the contests of one tiny run."""

    folder: Path
    found: Found
    contests: dict[str, Contest]

    def run(self, contest: str, name: str) -> dict[str, float]:
        entrant = next((one for one in self.contests[contest].entrants if one.name == name), None)
        if entrant is None:
            pytest.skip(self.found.skipped[name.partition(",")[0]])
        return dict(entrant.run())


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    folder = tmp_path_factory.mktemp("bench")
    materials, out = folder / "materials", folder / "out"
    out.mkdir()
    subprocess.run([sys.executable, "-m", "benchmarks.materials", str(materials)], cwd=ROOT, check=True)
    installed = ROOT / "build" / "bench" / "peers"
    if installed.is_dir():
        (folder / "peers").symlink_to(installed, target_is_directory=True)
    found = find(folder, materials, install=False, pages=("sample",))
    setting = Setting(materials, out, found.peers, further=1, edits=2)
    return Bench(folder, found, {one.id: one for one in contests(setting)})


def test_a_peer_takes_part_or_has_a_reason(bench: Bench) -> None:
    present = {peer.name.partition(",")[0] for peer in bench.found.peers}
    assert present.isdisjoint(bench.found.skipped)
    assert present | set(bench.found.skipped) == {"Scribus", "Typst", "WeasyPrint", "reportlab"}
    assert all(bench.found.skipped.values())
    assert all(peer.drew for peer in bench.found.peers)


@pytest.mark.parametrize("name", [COVERKIT, *_PEERS])
def test_a_cold_export_is_a_cover(bench: Bench, name: str) -> None:
    figures = bench.run("cold-sample", name)
    assert figures["s"] > 0
    assert figures["peak MB"] > 0
    (written,) = (path for path in (bench.folder / "out").glob("sample-*.pdf") if _is_of(path, name))
    with pikepdf.open(written) as pdf:
        assert len(pdf.pages) == 1
        box = [float(number) for number in pdf.pages[0].trimbox]
        assert ((box[2] - box[0]) * 25.4 / 72, (box[3] - box[1]) * 25.4 / 72) == pytest.approx(_TRIM, abs=0.1)
        assert len(pdf.pages[0].resources.Font.keys()) >= 4


def test_a_photograph_of_24_megapixels_is_exported_with_its_whole_check(bench: Bench) -> None:
    assert bench.run("cold-large", COVERKIT)["peak MB"] > 0


@pytest.mark.parametrize("name", [COVERKIT, SAME_HEADLINE, *_PEERS])
def test_further_covers_are_written(bench: Bench, name: str) -> None:
    figures = bench.run("further", name)
    assert math.isfinite(figures["ms"])
    first, second = _further(bench, name)
    check_pdf(first)
    assert first.read_bytes() != second.read_bytes()


def test_the_preview_tells_the_time_of_each_edit(bench: Bench) -> None:
    figures = bench.run("preview", COVERKIT)
    assert 0 < figures["ms"] <= figures["95 % ms"] <= figures["slowest ms"]


def test_the_start_is_measured_beside_bare_python(bench: Bench) -> None:
    for entrant in bench.contests["start"].entrants:
        assert entrant.run()["s"] > 0


def test_a_heavy_cover_is_opened_to_its_first_picture(bench: Bench) -> None:
    assert (bench.folder / "materials" / "heavy.cover").stat().st_size > 58_000_000
    for entrant in bench.contests["open"].entrants:
        assert entrant.run()["s"] > 0


def test_the_page_is_the_sample_cover(bench: Bench) -> None:
    read = page.read(bench.folder / "materials" / "sample.json")
    assert (read["width"], read["height"], read["bleed"]) == (190.0, 270.0, 3.0)
    assert {"label", "name", "headline", "slogan", "date"} <= {text["slot"] for text in read["texts"][0]}
    assert len({str(texts) for texts in read["texts"]}) == len(read["texts"])
    assert (bench.folder / "materials" / "banner.svg").read_text(encoding="utf-8").count("<path") > 50


def test_the_large_photograph_is_of_unstretched_pixels(tmp_path: Path) -> None:
    samples = ROOT / "assets" / "samples"
    photograph.write_photograph(samples, tmp_path / "large.jpg")
    with Image.open(tmp_path / "large.jpg") as large, Image.open(samples / "doi-che-suong-som.jpg") as sample:
        assert large.size == (6000, 4000)
        same = large.crop((1000, 1000, 1064, 1064)).convert("L").tobytes()
        original = sample.crop((1400, 1300, 1464, 1364)).convert("L").tobytes()
    assert sum(abs(one - other) for one, other in zip(same, original, strict=True)) / len(same) < 6


def test_a_job_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(JobError, match="exit code 3: so it is"):
        measure(Command((sys.executable, "-c", "import sys; sys.stderr.write('so it is'); sys.exit(3)")), tmp_path / "log")
    with pytest.raises(JobError, match="no-such-program"):
        measure(Command(("no-such-program",)), tmp_path / "log")


def test_what_is_no_cover_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    with pytest.raises(JobError, match="not written"):
        check_pdf(path)
    path.write_bytes(b"%PDF-1.6" + bytes(200_000))
    with pytest.raises(JobError, match="no whole PDF"):
        check_pdf(path)


def _is_of(path: Path, name: str) -> bool:
    return path.stem == "sample-" + "".join(char if char.isalnum() else "-" for char in name.lower())


def _further(bench: Bench, name: str) -> tuple[Path, Path]:
    words = {COVERKIT: "headline", SAME_HEADLINE: "number"}
    plain = words.get(name, "".join(char if char.isalnum() else "-" for char in name.lower()))
    first = bench.folder / "out" / f"further-{plain}.pdf"
    return first, first.with_stem(f"{first.stem}-1")

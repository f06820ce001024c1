"""Importing: versions side by side, what is refused, and a cover that keeps its version and says that there is a newer one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from coverkit import resources
from coverkit.app.covers import Changes, new_cover, save
from coverkit.app.pipeline import check_cover
from coverkit.app.project import Project
from coverkit.app.sample import CAMPAIGN
from coverkit.campaigns import installed, library
from coverkit.campaigns.package import folder_files, zip_bytes
from coverkit.campaigns.seal import SEAL_FILE
from coverkit.errors import InputError, OutputError, UsageError
from tests.campaigns.samples import OTHER_KEY, PLAIN, SEALED, of_version, sealed

NEWEST = "campaign.newest"


def fetch(version: int) -> library.Known:
    files = sealed(of_version(version), version)
    return library.install(library.from_zip(zip_bytes(files), f"{version}.campaign"))


@pytest.mark.usefixtures("own")
def test_versions_stay_side_by_side(own: Path) -> None:
    for version in (2, 10):
        known = fetch(version)
        assert known.folder == own / "campaigns" / CAMPAIGN / str(version)
        assert folder_files(known.folder) == sealed(of_version(version), version)
    at_hand = [(one.version, one.origin) for one in library.known() if one.id == CAMPAIGN]
    assert at_hand == [(1, "shipped"), (2, "installed"), (10, "installed")]
    assert library.newest_version(CAMPAIGN) == 10
    assert library.find(CAMPAIGN).version == library.shipped(CAMPAIGN).version == library.load(CAMPAIGN).version == 10
    assert library.find(CAMPAIGN, 2).version == library.load(f"{CAMPAIGN}@2").version == 2
    with pytest.raises(UsageError, match="no version 3"):
        library.load(f"{CAMPAIGN}@3")
    assert [one.name for one in (own / "campaigns" / CAMPAIGN).iterdir() if one.name.startswith(".")] == []


@pytest.mark.usefixtures("own")
def test_a_version_is_never_replaced_by_other_content(own: Path) -> None:
    fetch(2)
    assert fetch(2).version == 2
    changed = {**of_version(2), "README.md": b"more"}
    with pytest.raises(InputError, match="version 2, is at hand"):
        library.install(library.from_zip(zip_bytes(changed), "x"))
    with pytest.raises(InputError, match="version 1, is at hand"):
        library.install(library.from_zip(zip_bytes({**PLAIN, "README.md": b"more"}), "x"))
    # The same content with a seal of somebody else takes the old seal's place.
    other = sealed(of_version(2), 2, OTHER_KEY)
    folder = library.install(library.from_zip(zip_bytes(other), "x")).folder
    assert (folder / SEAL_FILE).read_bytes() == other[SEAL_FILE]
    assert library.install(library.from_zip(zip_bytes(SEALED), "x")).origin == "shipped"


@pytest.mark.usefixtures("own")
def test_what_is_not_imported(own: Path) -> None:
    with pytest.raises(InputError, match="does not agree with its seal"):
        library.install(library.from_zip(zip_bytes({**SEALED, "README.md": b"added"}), "x"))
    gs = PLAIN["art/band.pdf"].replace(b"/Shading <<", b"/Font <<", 1)
    assert gs != PLAIN["art/band.pdf"]
    with pytest.raises(InputError, match="not sealed art"):
        library.install(library.from_zip(zip_bytes({**of_version(2), "art/band.pdf": gs}), "x"))
    assert not own.exists()


@pytest.mark.usefixtures("own")
def test_an_imported_campaign_that_was_changed_is_found() -> None:
    folder = fetch(2).folder
    (folder / "README.md").write_bytes(b"added")
    assert library.find(CAMPAIGN).seal == "invalid"
    (folder / "campaign.toml").write_bytes(PLAIN["campaign.toml"])
    with pytest.raises(InputError, match="another campaign"):
        library.find(CAMPAIGN)
    installed.remove(CAMPAIGN, 2)
    assert installed.installed() == ()
    assert library.find(CAMPAIGN).version == 1


@pytest.mark.usefixtures("own")
def test_a_folder_that_cannot_be_written_is_told(own: Path) -> None:
    own.parent.mkdir(exist_ok=True)
    own.write_bytes(b"a file in the way")
    with pytest.raises(OutputError, match="cannot be written"):
        fetch(2)


@pytest.mark.usefixtures("own")
def test_other_folders_are_no_campaigns(own: Path) -> None:
    for name in ("Not An Id/1", "con/1", f"{CAMPAIGN}/01", f"{CAMPAIGN}/x", f"{CAMPAIGN}/.new-1-1"):
        (own / "campaigns" / name).mkdir(parents=True)
    assert installed.installed() == ()
    assert library.newest_version("../x") is None


@pytest.mark.usefixtures("own")
def test_a_cover_keeps_its_version_and_says_when_there_is_a_newer_one(tmp_path: Path) -> None:
    path = tmp_path / "một.cover"
    save(new_cover(Changes(campaign=CAMPAIGN), dt.date(2020, 10, 15)), path)
    assert [one.rule for one in check_cover(Project.open(path)).result.findings if one.rule == NEWEST] == []
    fetch(2)
    opened = Project.open(path)
    assert opened.campaign is not None
    assert opened.campaign.version == 1
    found = [one for one in check_cover(opened).result.findings if one.rule == NEWEST]
    assert [(one.problem.code, one.severity.value) for one in found] == [("newer-there", "note")]
    assert "version 2 is at hand" in found[0].problem.message


def test_the_persons_own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COVERKIT_CONFIG", str(tmp_path))
    assert resources.user_folder() == tmp_path
    monkeypatch.delenv("COVERKIT_CONFIG")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert resources.user_folder() == tmp_path / "coverkit"
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    assert resources.user_folder() == Path.home() / ".config" / "coverkit"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("APPDATA", str(tmp_path))
    assert resources.user_folder() == tmp_path / "CoverKit"
    monkeypatch.setattr("sys.platform", "darwin")
    assert resources.user_folder().name == "CoverKit"

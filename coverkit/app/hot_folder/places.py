"""The folders of a hot folder, and how files move between them so that none is lost, doubled or half there.

    IN/                       what arrives
    OUT/.working/<n>/         a file that is being checked, with the reports that are being made
    OUT/passed|warnings|failed/   the file with its reports; the file itself is moved last

Whatever stops the program, a file lies in IN, in .working or in its last place, and the next start goes on from there.
"""

from __future__ import annotations

import errno
import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal

from coverkit.app.proofs.data import ENDING
from coverkit.errors import OutputError
from coverkit.i18n import system_reason, tr
from coverkit.model.storage.patience import put_in_place
from coverkit.records import dataclass

Verdict = Literal["passed", "warnings", "failed"]
VERDICTS: tuple[Verdict, ...] = ("passed", "warnings", "failed")
REPORTS = (".report.json", ".report.html")
_COPIED = ".copied"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A file that was taken out of IN, in a folder of its own.

    Attributes:
        looked: its size and the time of its last change when it was taken.
    """

    path: Path
    looked: tuple[int, int]

    @classmethod
    def at(cls, path: Path) -> Claimed:
        """Return a file that lies in its own folder, as it is now."""
        return cls(path, _look(path))

    @property
    def was_written_to(self) -> bool:
        """Somebody went on writing after it was taken: it was not whole."""
        return _look(self.path) != self.looked

    @property
    def folder(self) -> Path:
        """Its own folder, where its reports are made."""
        return self.path.parent

    @property
    def proof(self) -> Path | None:
        """The proof that came with it, None for none."""
        proof = _proof_beside(self.path)
        return proof if proof.is_file() else None

    def report(self, ending: str) -> Path:
        """Return where a report is made."""
        return self.folder / ending


class Places:
    """The folders of one hot folder."""

    def __init__(self, inbox: Path, outbox: Path) -> None:
        self.inbox = inbox
        self._outbox = outbox
        self._working = outbox / ".working"
        self._numbers = itertools.count(1)

    @property
    def lock(self) -> Path:
        """The lock file: one program sorts into a folder."""
        return self._working / "lock"

    def make(self) -> None:
        """Make the folders that are not there.

        Raises:
            OutputError: one cannot be made.
        """
        try:
            for folder in (self._working, *(self._outbox / verdict for verdict in VERDICTS)):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _not_written(self._outbox, error) from error

    def left_over(self) -> Iterator[Claimed]:
        """Yield files that were being checked when the program was stopped; what is of no use any more is taken away."""
        for folder in sorted(self._working.iterdir()):
            if not folder.is_dir():
                continue
            for copy in folder.glob(f"*{_COPIED}"):
                self._settle_copy(copy)
            files = [one for one in folder.iterdir() if not one.name.startswith(".") and not one.name.endswith(ENDING)]
            if files:
                yield Claimed.at(files[0])
            else:
                self._give_back(folder)

    def claim(self, path: Path) -> Claimed | None:
        """Take a file, and the proof that came with it, out of IN; None when it is gone or somebody still holds it.

        Raises:
            OutputError: it cannot be moved, for want of room or rights.
        """
        folder = self._new_folder()
        proof = _proof_beside(path)
        try:
            self._move(path, folder / path.name)
            if path.suffix.lower() == ".pdf" and proof.is_file():
                self._move(proof, folder / proof.name)
        except OSError as error:
            self._give_back(folder)
            # Windows does not let go of a file that another program has open.
            if isinstance(error, FileNotFoundError) or (os.name == "nt" and isinstance(error, PermissionError)):
                return None
            raise _not_written(folder, error) from error
        return Claimed.at(folder / path.name)

    def give_back(self, claimed: Claimed) -> bool:
        """Put a file that is still being written back into IN; return whether it could be."""
        target = self.inbox / claimed.path.name
        try:
            if target.exists():
                return False
            claimed.path.rename(target)
        except OSError:
            return False
        self._give_back(claimed.folder)
        return True

    def deliver(self, claimed: Claimed, verdict: Verdict) -> Path:
        """Move a file with its reports to its last place, under a name that is free there; return the file's path.

        Raises:
            OutputError: it cannot be moved.
        """
        folder = self._outbox / verdict
        stem = self._free(folder, claimed.path)
        target = folder / f"{stem}{claimed.path.suffix}"
        try:
            for ending in REPORTS:
                if claimed.report(ending).is_file():
                    put_in_place(claimed.report(ending), folder / f"{stem}{ending}")
            if claimed.proof is not None:
                put_in_place(claimed.proof, folder / f"{stem}{ENDING}")
            put_in_place(claimed.path, target)
        except OSError as error:
            raise _not_written(target, error) from error
        shutil.rmtree(claimed.folder, ignore_errors=True)
        return target

    def _free(self, folder: Path, path: Path) -> str:
        """Return a stem under which no file lies yet; reports whose file never followed do not count."""
        taken = {one.name.lower() for one in folder.iterdir()}
        stems = {name.rpartition(".")[0] or name for name in taken if not name.endswith((*REPORTS, ENDING))}
        for stem in itertools.chain((path.stem,), (f"{path.stem}-{number}" for number in itertools.count(2))):
            if stem.lower() not in stems and f"{stem}{path.suffix}".lower() not in taken:
                return stem
        raise AssertionError("numbers do not end")

    def _new_folder(self) -> Path:
        while True:
            folder = self._working / f"{next(self._numbers):06d}"
            try:
                folder.mkdir()
            except FileExistsError:
                continue
            except OSError as error:
                raise _not_written(folder, error) from error
            return folder

    def _move(self, path: Path, target: Path) -> None:
        try:
            path.rename(target)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            # IN lies on another disk. Under its last name stands only what is no longer in IN.
            copy = target.with_name(target.name + _COPIED)
            shutil.copyfile(path, copy)
            # Windows flushes only what is open for writing.
            with copy.open("r+b") as stream:
                os.fsync(stream.fileno())
            path.unlink()
            copy.rename(target)

    def _settle_copy(self, copy: Path) -> None:
        """Finish a move between disks that was stopped: the copy is whole exactly when the first is gone."""
        name = copy.name.removesuffix(_COPIED)
        if (self.inbox / name).exists():
            copy.unlink()
        else:
            copy.rename(copy.with_name(name))

    def _give_back(self, folder: Path) -> None:
        """Put a proof that lost its file back into IN, and take the folder away."""
        with suppress(OSError):
            for proof in folder.glob(f"*{ENDING}"):
                proof.replace(self.inbox / proof.name)
        shutil.rmtree(folder, ignore_errors=True)


def _look(path: Path) -> tuple[int, int]:
    try:
        about = path.stat()
    except OSError:
        return -1, 0
    return about.st_size, about.st_mtime_ns


def _proof_beside(path: Path) -> Path:
    return path.with_name(path.stem + ENDING)


def _not_written(path: Path, error: OSError) -> OutputError:
    return OutputError(
        tr("{path} cannot be written: {reason}.", path=path, reason=system_reason(error)),
        tr("Free some space or ask for the right to write there, then start again: nothing is lost."),
    )

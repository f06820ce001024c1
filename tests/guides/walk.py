"""Follow a guide: write its files, make its changes, run its commands, in the order in which they stand."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.runner import Ran, run

GUIDES = Path(__file__).resolve().parents[2] / "docs" / "guides"
_BLOCK = re.compile(r"^```(sh|toml|csv|diff)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"\s+# exit code (\d)$")


def blocks(name: str) -> list[tuple[str, str]]:
    """Return the blocks of a guide that are followed: language and text."""
    return _BLOCK.findall((GUIDES / name).read_text(encoding="utf-8"))


class Walk:
    """A person who follows a guide in a folder of their own. Every command must end as the guide says."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._patch = patch
        self.done: list[tuple[str, Ran]] = []
        patch.chdir(folder)

    def follow(self, name: str) -> None:
        """Do everything that the guide says."""
        for language, text in blocks(name):
            match language:
                case "toml":
                    self._path(text).write_text(text, encoding="utf-8")
                case "csv":
                    self._path(text).write_text(text.partition("\n")[2], encoding="utf-8")
                case "diff":
                    self._change(text)
                case _:
                    for line in text.splitlines():
                        self._command(line)

    def said(self, beginning: str) -> Iterator[str]:
        """Return what commands of a beginning wrote to standard output."""
        return (ran.out for line, ran in self.done if line.startswith(beginning))

    def _path(self, text: str) -> Path:
        return self.folder / text.splitlines()[0].removeprefix("# ")

    def _change(self, text: str) -> None:
        lines = text.splitlines()[1:]
        old = "\n".join(line[1:] for line in lines if line.startswith("-"))
        new = "\n".join(line[1:] for line in lines if line.startswith("+"))
        path = self._path(text)
        whole = path.read_text(encoding="utf-8")
        assert whole.count(old) == 1, text
        path.write_text(whole.replace(old, new), encoding="utf-8")

    def _command(self, line: str) -> None:
        wanted = int(found[1]) if (found := _CODE.search(line)) else 0
        match shlex.split(_CODE.sub("", line)):
            case ["export", assignment]:
                name, _, value = assignment.partition("=")
                self._patch.setenv(name, value.replace("$PWD", str(self.folder)))
            case ["mkdir", "-p", *folders]:
                for one in folders:
                    Path(one).mkdir(parents=True, exist_ok=True)
            case ["cp", source, target]:
                shutil.copyfile(source, target)
            case ["coverkit", *arguments]:
                ran = run(*arguments)
                assert ran.code == wanted, f"{line}\n{ran.out}\n{ran.err}"
                self.done.append((line.removeprefix("coverkit "), ran))
            case _:
                raise AssertionError(f"the guide says what nobody can follow: {line}")

"""The program: window or command line, by its arguments."""

from __future__ import annotations

from pathlib import Path

import pytest

from coverkit.program import opens_window


def test_without_arguments_it_opens_the_window() -> None:
    assert opens_window([])


@pytest.mark.parametrize("name", ["bìa.cover", "tệp.PDF", "a.campaign", "ảnh.jpeg"])
def test_files_alone_are_opened(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(b"")
    assert opens_window([str(file)])
    assert opens_window([str(file), str(file)])


@pytest.mark.parametrize("arguments", [["check"], ["--help"], ["missing.cover"], ["--lang", "vi"], ["check", "a.cover"]])
def test_everything_else_is_the_command_line(arguments: list[str]) -> None:
    assert not opens_window(arguments)

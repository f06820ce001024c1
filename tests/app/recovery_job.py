"""A program that keeps and saves covers without end, to be killed: `python -m tests.app.recovery_job FOLDER FILE`."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import replace
from pathlib import Path

from coverkit.app import covers
from coverkit.app.project import Project
from coverkit.app.recovery import Keeper
from coverkit.app.sample import sample_folder, sample_project
from coverkit.model import edits

PICTURES = ("doi-che-suong-som.jpg", "nui-hoang-hon.jpg")
SWAP = 5
"""After so many changes the picture changes too, and with it the base."""


def main(folder: Path, file: Path) -> None:
    """Change the cover, keep it, save it; say `ready` after the first round and then go on until killed."""
    project = sample_project()
    keeper = Keeper(folder)
    pictures = [(sample_folder() / name).read_bytes() for name in PICTURES]
    number = 0
    while True:
        if number % SWAP == 0:
            data = pictures[number // SWAP % len(pictures)]
            project = covers.with_picture(project, "hero", data, "picture.jpg")
        project = _numbered(project, number)
        keeper.keep(project, f"cover {number}", file, dt.datetime.now())
        covers.save(project, file)
        if number == 0:
            sys.stdout.write("ready\n")
            sys.stdout.flush()
        number += 1


def _numbered(project: Project, number: int) -> Project:
    issue = replace(project.document.issue, number=str(number))
    return project.with_document(edits.set_issue(project.document, issue).document)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

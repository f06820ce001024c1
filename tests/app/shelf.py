"""The sample cover in every design, and its press files: each made once for all tests of a run, when first asked for."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from coverkit.app.pipeline import Exported, ExportRequest, export
from coverkit.app.project import Project
from coverkit.app.sample import sample_project
from coverkit.layout.design import design_ids
from coverkit.resources import assets

DESIGNS = design_ids() if os.environ.get("COVERKIT_DESIGNS") == "all" else ("cao-nguyen", "o-luoi", "trang-trong")
"""The designs that the main job is proven on: a large photograph, a grid, a formal page. More cost 13 s each: all of them are
taken where COVERKIT_DESIGNS=all asks for it (`make test-designs`)."""
OUTPUTS = ("pdf-x4", "pdf-x1a")
PROFILES = assets() / "profiles"


@dataclass(frozen=True, slots=True)
class PressFile:
    """An exported file, written to the disk for programs that read files."""

    output: str
    project: Project
    exported: Exported
    path: Path

    @property
    def data(self) -> bytes:
        return self.exported.files[0].data


class Shelf:
    """Projects by design, files by design and output."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._projects: dict[str, Project] = {}
        self._files: dict[tuple[str, str], PressFile] = {}

    def project(self, design: str = "cao-nguyen") -> Project:
        if design not in self._projects:
            self._projects[design] = sample_project(design)
        return self._projects[design]

    def press(self, design: str = "cao-nguyen", output: str = "pdf-x4") -> PressFile:
        if (design, output) not in self._files:
            project = self.project(design)
            exported = export(project, ExportRequest(output))
            path = self._folder / f"{design}-{output}.pdf"
            path.write_bytes(exported.files[0].data)
            self._files[design, output] = PressFile(output, project, exported, path)
        return self._files[design, output]

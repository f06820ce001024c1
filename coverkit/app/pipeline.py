"""The one place that knows the order: compose, check, paint, inspect, check, write.

The window, the command line and batches call these; so they cannot disagree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from coverkit.app.ahead import pictures_ahead
from coverkit.app.codes import cover_codes
from coverkit.app.project import Project
from coverkit.app.record import export_context
from coverkit.app.rulebook import configuration, rules
from coverkit.checks.finding import Severity
from coverkit.checks.runner import Accepted, CheckResult, run
from coverkit.errors import RefusedError, UsageError
from coverkit.export.output import ExportContext, ExportedFile, Output, output
from coverkit.i18n import tr
from coverkit.layout.cover import Cover
from coverkit.model.storage.atomic import write_together
from coverkit.records import dataclass, replace

if TYPE_CHECKING:
    from coverkit.app.proofs.making import PressFile
    from coverkit.signatures.credentials import Credentials

INK_DPI = 40
"""Resolution of the plates that ink coverage is measured on: 24 px to the 15 mm square of GWG 2022, R0026."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A composed cover and what the rules say of it."""

    cover: Cover
    result: CheckResult


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export.

    Attributes:
        output: id of the output (`pdf-x4`, `png` …).
        options: options of the output by name; those left out have its defaults.
        force: write it although errors were found; its record says that it did not pass.
        time: of the check, for its proof; now if none is given.
        certified_by: whose certifying signature a PDF/X-4 file gets; None for none.
    """

    output: str = "pdf-x4"
    options: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    force: bool = False
    time: dt.datetime | None = None
    certified_by: Credentials | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """The files of an output, not yet written, and what was found."""

    cover: Cover
    result: CheckResult
    files: tuple[ExportedFile, ...]


class NotPassedError(RefusedError):
    """A cover has errors, so nothing was written; the findings are attached."""

    def __init__(self, checked: Checked) -> None:
        super().__init__(
            tr("The cover has errors, so it was not exported."),
            tr("Correct the points listed, or use --force: the file will then state that it did not pass."),
        )
        self.checked = checked


def check_cover(project: Project) -> Checked:
    """Compose a cover, measure its ink and run every rule that judges covers.

    Raises:
        InputError: the cover cannot be composed.
        MissingError: a font or a picture is missing.
    """
    return judge(project, project.compose())


def judge(project: Project, composed: Cover) -> Checked:
    """Judge a project's cover that was composed already, as `check_cover` does.

    Raises:
        MissingError: a font or a picture is missing.
    """
    cover = replace(measured(project, composed), codes=cover_codes(composed, project.file.assets))
    setup = configuration(cover.campaign, cover.printer)
    return Checked(cover, run(rules(), cover, setup, accepted(project)))


def measured(project: Project, cover: Cover) -> Cover:
    """Return a cover with its ink coverage, from our own plates."""
    from coverkit.render.plates import ink_coverage, separations  # see `export.output`

    plates = separations(cover.scene, project.resources(), INK_DPI, cover.printer.ink_limit / 100)
    return replace(cover, ink=ink_coverage(plates, cover.printer.ink_limit))


def accepted(project: Project) -> Sequence[Accepted]:
    """Return the findings that people accepted in this cover, with reason, name and date."""
    return tuple(
        Accepted(
            one.rule,
            one.code,
            tr("{reason} ({by}, {date})", reason=one.reason, by=one.by, date=f"{one.date:%d/%m/%Y}"),
        )
        for one in project.document.waivers
    )


Progress = Callable[[float, str], None]
"""Is told how far an export is, 0 to 1, and what is done next; what it raises stops the export, and nothing was written."""


def _unheard(share: float, doing: str) -> None:
    """Tell nobody."""


def export(project: Project, request: ExportRequest, stem: str = "cover", progress: Progress = _unheard) -> Exported:
    """Check a cover, make the files of an output, and check what was made; a press file brings the proof of its check.

    Args:
        project: the cover, for the printer it is exported for.
        request: what to make.
        stem: name of the output without folder and ending, by which its files refer to one another.
        progress: is told of each step before it begins.

    Raises:
        NotPassedError: it has errors and `force` is not set; nothing was made.
        UsageError: there is no such output or option, or it cannot be signed.
    """
    wanted = output(request.output)
    _refuse_unsignable(wanted, request)
    progress(0.0, tr("Composing the cover"))
    composed = project.compose()
    progress(0.05, tr("Checking the cover"))
    if wanted.standard:
        with pictures_ahead(project, composed, INK_DPI):
            _load_checks()
            checked = judge(project, composed)
            # Made here and not by the thread, which has more to do.
            project.condition.deflated()
    else:
        checked = judge(project, composed)
    if checked.result.reaches(Severity.ERROR) and not request.force:
        raise NotPassedError(checked)
    progress(0.35, tr("Making the file"))
    context = export_context(project, checked, stem)
    files = _certified(wanted.write(context, wanted.options(**request.options)), request)
    if not wanted.standard:
        return Exported(checked.cover, checked.result, files)
    progress(0.65, tr("Checking the finished file"))
    made = _press_file(project, checked, wanted, context, files[0].data)
    if made.result.reaches(Severity.ERROR) and not request.force:
        raise NotPassedError(Checked(checked.cover, made.result))
    progress(0.9, tr("Making the proof of the check"))
    return Exported(checked.cover, made.result, (*files, _proof(made, request)))


def _refuse_unsignable(wanted: Output[Any], request: ExportRequest) -> None:
    if request.certified_by is not None and wanted.standard != "PDF/X-4":
        raise UsageError(
            tr("Only PDF/X-4 files are signed; this output ({output}) is not.", output=wanted.id),
            tr("Export as pdf-x4, or leave out the signature."),
        )


def _certified(files: tuple[ExportedFile, ...], request: ExportRequest) -> tuple[ExportedFile, ...]:
    """Sign the press file before it is checked: what is checked and proven is what is delivered."""
    if request.certified_by is None:
        return files
    from coverkit.signatures.certifying import certified

    return (ExportedFile(files[0].ending, certified(files[0].data, request.certified_by)), *files[1:])


def write_files(exported: Exported, out: Path, still_wanted: Callable[[], None] = lambda: None) -> tuple[Path, ...]:
    """Write the files of an output, each whole or not at all; the first takes the name given.

    A press file takes its place before its proof does: where a program dies in between, the file names another proof than the
    one beside it, and `proofs.verifying` says so.

    Args:
        exported: the files.
        out: the first one's path.
        still_wanted: is called when all is written and nothing is replaced yet; what it raises leaves all as it was.

    Raises:
        OutputError: one cannot be written.
    """
    paths = tuple(out if index == 0 else out.with_name(out.stem + file.ending) for index, file in enumerate(exported.files))
    write_together([(path, file.data) for path, file in zip(paths, exported.files, strict=True)], still_wanted)
    return paths


def _load_checks() -> None:
    """Load all rules, and what checks the finished file, while the pictures are being made."""
    import coverkit.app.proofs.making  # noqa: F401 - see above

    rules()


def _press_file(project: Project, checked: Checked, wanted: Output[Any], context: ExportContext, data: bytes) -> PressFile:
    from coverkit.app.press_check import check_press
    from coverkit.app.proofs.making import PressFile

    subject, result, parts = check_press(data, wanted.standard, checked.cover, project.art)
    return PressFile(data, checked.cover, subject, checked.result.joined_with(result), parts, context.record, context.stem)


def _proof(made: PressFile, request: ExportRequest) -> ExportedFile:
    from coverkit.app.proofs.making import proof_file

    return proof_file(made, request.time)

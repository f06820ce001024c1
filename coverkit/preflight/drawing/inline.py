"""Images that stand in the content itself, as the XObjects that they would be."""

from __future__ import annotations

import pikepdf

from coverkit.preflight import values


def inline_image(image: object, resources: object, home: pikepdf.Pdf) -> pikepdf.Stream:
    """Return an inline image as an image XObject.

    Args:
        image: as pikepdf gives it, its short names written out.
        resources: where its colour space may be described.
        home: the document that the image becomes part of; it must live as long.

    Raises:
        ValueError: it is none.
    """
    found: object = image.obj if isinstance(image, pikepdf.PdfInlineImage) else None
    if not isinstance(image, pikepdf.PdfInlineImage) or not isinstance(found, pikepdf.Dictionary):
        raise ValueError("an inline image is wanted")  # noqa: TRY004 - what a file holds, not what a caller gave
    stream = home.make_stream(image.read_raw_bytes())
    for key, value in found.items():
        if str(key) != "/Length":
            stream[str(key)] = value
    stream["/Subtype"] = pikepdf.Name.Image
    described = _described(found, resources)
    if described is not None:
        stream["/ColorSpace"] = home.copy_foreign(described) if described.is_indirect else described
    return stream


def _described(image: object, resources: object) -> pikepdf.Object | None:
    called = values.name(values.get(image, "/ColorSpace"))
    found = values.get(values.get(resources, "/ColorSpace"), f"/{called}") if called else None
    return found if isinstance(found, pikepdf.Object) else None

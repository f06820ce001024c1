"""The register of outputs, and the files that are not for the press."""

from __future__ import annotations

import dataclasses
import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from coverkit.errors import MissingError, UsageError
from coverkit.export.output import output, outputs
from coverkit.export.png import PngOptions
from coverkit.export.review_pdf import NOTICE
from coverkit.export.web_banner import fitted
from coverkit.geometry import MM
from coverkit.render.raster import rasterise
from tests.export.contexts import ISSUE, campaign, context
from tests.render.scenes import opened


def test_all_outputs_are_found_and_write() -> None:
    assert set(outputs()) == {"pdf-x4", "pdf-x1a", "review-pdf", "png", "web-banner"}
    for one in outputs().values():
        files = one.write(context(), one.options())
        assert files[0].ending == one.ending
        assert all(file.data for file in files)
        for field in dataclasses.fields(one.options):
            assert field.metadata["help"]
    assert {one.standard for one in outputs().values()} == {"", "PDF/X-4", "PDF/X-1a:2003"}
    with pytest.raises(UsageError, match="tiff"):
        output("tiff")


def test_png_is_the_trimmed_cover_in_srgb() -> None:
    (one,) = output("png").write(context(), PngOptions(dpi=72))
    image = Image.open(io.BytesIO(one.data))
    assert image.size == (round(145 * MM), round(205 * MM))
    assert image.mode == "RGB"
    assert image.info["srgb"] == 1
    assert image.info["dpi"] == pytest.approx((72, 72), abs=0.1)
    assert one == output("png").write(context(), PngOptions(dpi=72))[0]


def _review() -> bytes:
    one = output("review-pdf")
    (file,) = one.write(context(), one.options())
    return file.data


def test_review_copy_says_so_below_the_page() -> None:
    document = pypdfium2.PdfDocument(_review())
    page = document[0]
    reader = page.get_textpage()
    text = reader.get_text_bounded()
    box = page.get_trimbox()
    below = reader.get_text_bounded(0, 0, box[2], box[1])
    for thing in (reader, page, document):
        thing.close()
    assert NOTICE in below
    assert ISSUE in below
    assert "BẢN TIN NỘI BỘ" in text
    assert "BẢN TIN NỘI BỘ" not in below


def test_review_copy_claims_no_standard_and_is_trimmed() -> None:
    data = _review()
    with opened(data) as document:
        assert "/OutputIntents" not in document.Root
        assert "/GTS_PDFXVersion" not in document.docinfo
        assert b"GTS_PDFX" not in document.Root.Metadata.read_bytes().replace(b"npes.org/pdfx", b"")
        page = document.pages[0]
        assert [float(one) / MM for one in page.TrimBox.as_list()] == pytest.approx([0, 9, 145, 214], abs=1e-4)
        assert not re.search(rb"(?<!\S)[kK](?!\S)", page.Contents.read_bytes())
    assert len(data) < 600_000
    trimmed = np.asarray(rasterise(data, dpi=50, area="trim").image()).astype(int)
    (png,) = output("png").write(context(), PngOptions(dpi=50))
    assert np.abs(trimmed - np.asarray(Image.open(io.BytesIO(png.data))).astype(int)).mean() < 3


class _Snippet(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str | None] = []
        self.images: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.links.append(dict(attrs)["href"])
        elif tag == "img":
            self.images.append(dict(attrs))


def test_web_banner_has_each_size_and_html_that_names_them() -> None:
    one = output("web-banner")
    html, *pictures = one.write(context(), one.options())
    snippet = _Snippet()
    snippet.feed(html.data.decode("utf-8"))
    web = campaign().web
    assert snippet.links == [web.link] * len(web.sizes)
    assert [image["alt"] for image in snippet.images] == [web.alternative] * len(web.sizes)
    assert [image["src"] for image in snippet.images] == [f"bia-1{picture.ending}" for picture in pictures]
    for size, picture, image in zip(web.sizes, pictures, snippet.images, strict=True):
        opened_picture = Image.open(io.BytesIO(picture.data))
        assert opened_picture.size == (size.width, size.height)
        assert (image["width"], image["height"]) == (str(size.width), str(size.height))
        assert np.asarray(opened_picture.convert("L")).std() > 20


def test_web_banner_escapes_what_the_campaign_says() -> None:
    sly = replace(campaign(), web=replace(campaign().web, alternative='"><script>x</script>', link='https://x/?a=1&b="'))
    one = output("web-banner")
    html = one.write(replace(context(), campaign=sly, stem='a "b"'), one.options())[0].data.decode()
    assert "<script>" not in html
    snippet = _Snippet()
    snippet.feed(html)
    assert snippet.images[0]["alt"] == '"><script>x</script>'
    assert snippet.links[0] == 'https://x/?a=1&b="'
    assert str(snippet.images[0]["src"]).startswith("a%20%22b%22-")


def test_web_banner_needs_a_campaign_and_its_art() -> None:
    one = output("web-banner")
    with pytest.raises(UsageError):
        one.write(replace(context(), campaign=None), one.options())
    with pytest.raises(MissingError, match="band"):
        one.write(replace(context(), campaign=replace(campaign(), art=())), one.options())


@pytest.mark.parametrize(("aspect", "expected"), [(5.0, (0, 40, 100, 20)), (0.5, (25, 0, 50, 100)), (1.0, (0, 0, 100, 100))])
def test_art_is_fitted_never_stretched(aspect: float, expected: tuple[float, ...]) -> None:
    box = fitted(100, 100, aspect)
    assert (box.x, box.y, box.width, box.height) == pytest.approx(expected)
    assert box.aspect == pytest.approx(aspect)

"""Draws the sample art of the campaign ``dak-nong-dai-hoi-xii-2020`` as sealed CMYK PDFs."""

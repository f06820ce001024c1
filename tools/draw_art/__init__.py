"""Draws the sample art of the shipped campaigns as sealed CMYK PDFs: one package per campaign, motifs shared."""

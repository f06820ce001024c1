"""Tests of the panels around the canvas."""

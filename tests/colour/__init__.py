"""Tests of coverkit.colour."""

"""Tests of export and printing from the window."""

"""Batchsheet: one prompt over every row of a spreadsheet, at half price."""

__version__ = "0.1.0"

"""Batchsheet: one prompt over every row of a spreadsheet, at half price."""

__version__ = "0.1.0"

READER = "--read-files"
"""The one argument of a process that only reads files, for another one of this program."""

PRACTICE = "--play-service"
"""The first of two arguments of a process that only plays the service in practice mode; the other is its folder."""

"""Spreadsheets and text files: read as the user sees them, and copied with columns added."""

"""How Word documents and workbooks are told from other files, without what it takes to read them."""

from __future__ import annotations

WORD_ENDINGS = frozenset({".docx", ".docm"})
WORKBOOK_ENDINGS = frozenset({".xlsx", ".xlsm"})
OFFICE_ENDINGS = WORD_ENDINGS | WORKBOOK_ENDINGS
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""What such a file begins with; the second where it has a password."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.release import Release, newer_release

ADDRESS = "https://releases.example/batchsheet.json"
PAGE = "https://releases.example/1"


def listed(version: object, page: object = PAGE) -> bytes:
    return json.dumps({"version": version, "page": page}).encode()


@pytest.mark.parametrize(
    ("version", "than", "newer"),
    [
        ("0.2.0", "0.1.0", True), ("0.10.0", "0.9.9", True), ("1.0", "0.9.9", True), ("0.1.0.1", "0.1.0", True),
        ("0.1.0", "0.1.0", False), ("0.0.9", "0.1.0", False), ("0.9.9", "0.10.0", False), ("0.1.0", "0.1.0.dev1", False),
    ],
)  # fmt: skip
def test_versions_are_compared_by_their_numbers(version: str, than: str, newer: bool) -> None:
    found = newer_release(listed(version), than=than, address=ADDRESS)
    assert found == (Release(version, PAGE) if newer else None)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"<html>", b"[]", b"null", listed(None), listed(2), listed("soon"), listed("1.0\n2"), listed("1"), listed("9" * 20 + ".1"),
        listed("1.0", None), listed("1.0", "https://elsewhere.example/x"), listed("1.0", "http://releases.example/x"),
        listed("1.0", "https://releases.example@elsewhere.example/"), listed("1.0", "file:///etc/passwd"),
        listed("1.0", "https://releases.example:444/x"), listed("1.0", "javascript:alert(1)"),
    ],
)  # fmt: skip
def test_what_is_no_list_or_leads_elsewhere_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):
        newer_release(content, than="0.1.0", address=ADDRESS)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_list_or_are_none(content: bytes) -> None:
    with suppress(ValueError):
        assert newer_release(content, than="0.1.0", address=ADDRESS) is None

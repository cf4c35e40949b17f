from __future__ import annotations

import pytest

from app.system.environment import stray_variables


def test_nothing_set_is_nothing_said():
    assert stray_variables({"PATH": "/bin", "HTTPS_PROXY": "", "ANTHROPIC_API_KEY": "sk-ant-x"}) == []


@pytest.mark.parametrize(
    "address",
    ["http://me:secret@proxy.example.org:8080/path?token=secret", "me:secret@proxy.example.org:8080"],
)
@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "http_proxy", "ANTHROPIC_BASE_URL"])
def test_of_an_address_the_host_alone_is_shown(name, address):
    (found,) = stray_variables({name: address})
    assert (found.name, found.host) == (name, "proxy.example.org")
    assert "secret" not in found.sentence
    assert "proxy.example.org" in found.sentence


@pytest.mark.parametrize(
    "name",
    ["ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_CUSTOM_HEADERS", "ANTHROPIC_LOG", "SSL_CERT_FILE", "SSL_CERT_DIR", "NO_PROXY"],
)
def test_of_others_nothing_is_shown(name):
    (found,) = stray_variables({name: "value-of-it"})
    assert found.name == name
    assert "value-of-it" not in found.sentence


def test_an_address_that_makes_no_sense_shows_nothing_of_itself():
    (found,) = stray_variables({"HTTPS_PROXY": "http://[secret"})
    assert "secret" not in found.sentence


def test_both_spellings_are_one_finding():
    found = stray_variables({"HTTPS_PROXY": "http://a", "https_proxy": "http://a"})
    assert [each.name for each in found] == ["HTTPS_PROXY"]


def test_certificates_are_told_of_once():
    found = stray_variables({"SSL_CERT_FILE": "/a", "SSL_CERT_DIR": "/b", "SSLKEYLOGFILE": "/c", "NO_PROXY": "d"})
    assert [each.name for each in found] == ["NO_PROXY", "SSLKEYLOGFILE", "SSL_CERT_DIR, SSL_CERT_FILE"]
    assert found[2].sentence.count("SSL_CERT") == 2

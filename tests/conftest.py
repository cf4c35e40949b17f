"""What every test gets unasked: a profile, a keyring and a network of its own, which are none of the user's."""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

LOOPBACK = {"127.0.0.1", "::1", "localhost"}
# What changes where requests go, or who pays for them.
STRAY = (
    "ANTHROPIC_API_KEY",
    "ANTHROPIC_AUTH_TOKEN",
    "ANTHROPIC_BASE_URL",
    "ANTHROPIC_CUSTOM_HEADERS",
    "ANTHROPIC_LOG",
    "ALL_PROXY",
    "HTTPS_PROXY",
    "HTTP_PROXY",
    "NO_PROXY",
    "BATCHSHEET_POLL",
    "BATCHSHEET_SETTLE",
)

hypothesis.settings.register_profile("here", deadline=None, print_blob=True)
# The same cases in every run, so that a failure is the change's.
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
# Mutation testing runs the same tests again and again in one process.
hypothesis.settings.register_profile(
    "mutants", deadline=None, derandomize=True, max_examples=25, database=None,
    suppress_health_check=list(hypothesis.HealthCheck),
)  # fmt: skip
_MUTANTS = "MUTANT_UNDER_TEST" in os.environ
hypothesis.settings.load_profile("mutants" if _MUTANTS else "ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows under test")


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Neither this process nor those it starts ever touch the user's keyring.
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"


@pytest.fixture(autouse=True)
def own_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this test's profile; it doesn't exist yet."""
    for name in STRAY:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    folder = tmp_path / "profile"
    monkeypatch.setenv("BATCHSHEET_PROFILE", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Only this machine can be reached; a try to reach another fails the test, even where it was caught."""
    tried: list[str] = []
    connect = socket.socket.connect
    look_up = socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in LOOPBACK:
            tried.append(str(address[0]))
            raise ConnectionRefusedError(f"tests reach no network: {address[0]}")
        return connect(self, address)  # type: ignore[arg-type]

    def guarded_look_up(host: object, *args: object, **kwargs: object) -> object:
        if host is not None and host not in LOOPBACK:
            tried.append(str(host))
            raise socket.gaierror(socket.EAI_NONAME, f"tests reach no network: {host}")
        return look_up(host, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)
    yield
    assert not tried, f"the test tried to reach {sorted(set(tried))}"


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """A thread that outlives its test crashes another one."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 60
    while left := [each for each in threading.enumerate() if _is_ours(each) and each not in before]:
        assert time.monotonic() < deadline, f"threads left behind: {[each.name for each in left]}"
        left[0].join(0.02)


def _is_ours(thread: threading.Thread) -> bool:
    # Threads of Qt's that ran some Python are listed for ever.
    return thread.is_alive() and not isinstance(thread, threading._DummyThread)


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the program's log fails a test, unless it uses ``caplog`` or is marked ``logs_warnings``."""
    handler = _Warnings()
    logger = logging.getLogger("app")
    logger.addHandler(handler)
    yield
    logger.removeHandler(handler)
    announced = "caplog" in request.fixturenames or request.node.get_closest_marker("logs_warnings")
    assert announced or not handler.texts, f"unexpected in the log: {handler.texts}"


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """Real public files, where BATCHSHEET_DATA says that they are."""
    folder = os.environ.get("BATCHSHEET_DATA")
    if not folder:
        pytest.skip("BATCHSHEET_DATA doesn't say where the real files are")
    return Path(folder)


@pytest.fixture
def own_certificate(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 that nobody trusts, and its key."""
    x509 = pytest.importorskip("cryptography.x509", reason="needs cryptography to make a certificate")
    import datetime as dt
    import ipaddress

    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "our own network")])
    now = dt.datetime.now(tz=dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    shown, kept = tmp_path / "certificate.pem", tmp_path / "key.pem"
    shown.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    kept.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return shown, kept

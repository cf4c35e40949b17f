"""What can go wrong for a user, each kind with its code and exit status.

AppError
├── InputError            unusable arguments, recipe, file or target        exit 2
│   ├── RecipeError       bad_recipe
│   ├── UnknownColumn     unknown_column
│   ├── FileError         bad_file
│   │   ├── ColumnsDiffer
│   │   └── DocumentAlone
│   └── OutputExists      output_exists
├── NotAgreed             price not agreed to, ceiling reached              exit 4
├── NeedsUser             key, credit, limits, a full disk                  exit 5
└── ServiceTrouble        a call that failed for now; the caller decides    exit 5

Everything else that is raised is a bug of ours (exit 1), FaultElsewhere among it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.core.words import sentences


class Code(StrEnum):
    """Names of problems in the JSON object; they stay put."""

    NO_KEY = "no_key"
    KEY_REFUSED = "key_refused"
    NO_CREDIT = "no_credit"
    SPEND_LIMIT = "spend_limit"
    CEILING = "ceiling"
    MONTH_CEILING = "month_ceiling"
    NOT_AGREED = "not_agreed"
    SEND_UNKNOWN = "send_unknown"
    BAD_RECIPE = "bad_recipe"
    BAD_FILE = "bad_file"
    UNKNOWN_COLUMN = "unknown_column"
    OUTPUT_EXISTS = "output_exists"
    DISK_FULL = "disk_full"
    BUSY = "busy"
    NETWORK = "network"
    STOPPED = "stopped"
    BAD_ARGUMENT = "bad_argument"
    BAD_REQUEST = "bad_request"
    INTERNAL = "internal"


class ExitStatus:
    """Exit statuses of the command line."""

    DONE = 0
    OUR_FAULT = 1
    UNUSABLE = 2
    INCOMPLETE = 3
    NOT_AGREED = 4
    NEEDS_USER = 5
    INTERRUPTED = 130


@dataclass(frozen=True)
class Problem:
    """A problem as reports and windows show it: its code, and at most three short sentences."""

    code: str
    message: str


class FaultElsewhere(Exception):
    """A bug in another process of ours: its text says where and of what kind, and quotes no cell."""


class AppError(Exception):
    """Something a user can understand and act on.

    ``what`` happened, what it ``means`` for rows and money, and what to ``do`` next: a short
    sentence each. ``details`` is for the log and the "Details" fold: never a key, never a cell.
    """

    code: Code = Code.INTERNAL
    exit_status: int = ExitStatus.OUR_FAULT

    def __init__(
        self, what: str, means: str = "", do: str = "", *, code: Code | None = None, details: str = ""
    ) -> None:
        self.what = what
        self.means = means
        self.do = do
        self.details = details
        if code is not None:
            self.code = code
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """The sentences in one line."""
        return sentences(self.what, self.means, self.do)

    @property
    def facts(self) -> str:
        """The details as the log may have them."""
        return self.details

    @property
    def problem(self) -> Problem:
        """This error as reports show it."""
        return Problem(str(self.code), self.message)


class InputError(AppError):
    """Arguments, a recipe, a file or a target that can't be used."""

    code = Code.BAD_ARGUMENT
    exit_status = ExitStatus.UNUSABLE


class RecipeError(InputError):
    """A recipe that can't be read or makes no sense."""

    code = Code.BAD_RECIPE


class UnknownColumn(InputError):
    """A name in double braces that no column has, or that two columns have."""

    code = Code.UNKNOWN_COLUMN


class FileError(InputError):
    """A file that can't be read or written."""

    code = Code.BAD_FILE


class ColumnsDiffer(FileError):
    """Files that were to become one table have different columns."""


class DocumentAlone(FileError):
    """A document that was opened as a spreadsheet; as one of a folder it is a row."""


class OutputExists(InputError):
    """The target is somebody else's file, or the source itself."""

    code = Code.OUTPUT_EXISTS


class NotAgreed(AppError):
    """The price was not agreed to, or is over the ceiling."""

    code = Code.NOT_AGREED
    exit_status = ExitStatus.NOT_AGREED


class NeedsUser(AppError):
    """Only the user can put this right: a key, credit, a limit, room on the disk."""

    exit_status = ExitStatus.NEEDS_USER


class Trouble(StrEnum):
    """How a call to the service failed, as far as it decides what comes next."""

    NO_CONNECTION = "no_connection"  # nothing left this machine
    DROPPED = "dropped"  # the connection broke or timed out: what the service did is unknown
    SERVICE = "service"  # 408, 409 or 5xx: what the service did is unknown
    BUSY = "busy"  # 429 with a pause
    NOT_FOUND = "not_found"  # 404, which a batch just created or ended can give for a while
    REQUEST = "request"  # 400, 413, 422: this request will never pass
    MODEL = "model"  # 404 for a call about a model: it has gone, or the account has it not
    KEY = "key"  # 401, 403
    CREDIT = "credit"  # 402, or 400 for an empty balance
    SPEND_LIMIT = "spend_limit"  # the account's own limit


class ServiceTrouble(AppError):
    """A call to the service failed.

    ``retry_after`` is the pause that the service asked for, in seconds; ``workspace`` is the id
    of the workspace that refused, where the reply named it. ``said`` are the service's own words, which may quote
    what was sent: they are for the screen, never for the log.
    """

    exit_status = ExitStatus.NEEDS_USER

    def __init__(
        self,
        trouble: Trouble,
        what: str,
        means: str = "",
        do: str = "",
        *,
        status: int | None = None,
        retry_after: float | None = None,
        details: str = "",
        said: str = "",
        workspace: str = "",
    ) -> None:
        super().__init__(what, means, do, code=_CODES[trouble], details=", ".join(filter(None, (details, said))))
        self._facts = details
        self.said = said
        self.trouble = trouble
        self.status = status
        self.retry_after = retry_after
        self.workspace = workspace

    @property
    def facts(self) -> str:
        """The details without what the service said in its own words."""
        return self._facts

    @property
    def outcome_unknown(self) -> bool:
        """Whether the service may have carried the call out all the same."""
        return self.trouble in (Trouble.DROPPED, Trouble.SERVICE)

    @property
    def needs_user(self) -> bool:
        """Whether waiting can't help."""
        return self.trouble in (Trouble.KEY, Trouble.CREDIT, Trouble.SPEND_LIMIT)


_CODES: dict[Trouble, Code] = {
    Trouble.NO_CONNECTION: Code.NETWORK,
    Trouble.DROPPED: Code.NETWORK,
    Trouble.SERVICE: Code.BUSY,
    Trouble.BUSY: Code.BUSY,
    Trouble.NOT_FOUND: Code.BUSY,
    Trouble.REQUEST: Code.BAD_REQUEST,
    Trouble.MODEL: Code.BAD_REQUEST,
    Trouble.KEY: Code.KEY_REFUSED,
    Trouble.CREDIT: Code.NO_CREDIT,
    Trouble.SPEND_LIMIT: Code.SPEND_LIMIT,
}

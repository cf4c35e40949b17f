"""The only place that wires: it says of each part what it is made of, and hands it to those that need it.

Parts are made when they are first wanted, and what they import comes in then: a window is painted before most of
the program is in memory.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.errors import Code, NeedsUser
from app.core.late import Late
from app.core.words import tr
from app.resource_files import releases_address
from app.services.diagnostics import Diagnostics
from app.services.hub import Hub
from app.services.preferences import Preferences
from app.services.services import Services
from app.services.tasks import Tasks
from app.store.store import Store
from app.system import logs
from app.system.crash_file import CrashFile
from app.system.paths import Profile
from app.system.settings import SettingsFile

if TYPE_CHECKING:
    from app.batch_api.client import Connection
    from app.core.job import Job
    from app.services.account import Account
    from app.services.cell_survey import CellSurvey
    from app.services.comparing import Comparing
    from app.services.continuing import Continuing
    from app.services.deleting import Deleting
    from app.services.documents import Documents
    from app.services.estimating import Estimating
    from app.services.exporting import Exporting
    from app.services.importing import Importing
    from app.services.jobs import Jobs
    from app.services.marking import Marking
    from app.services.models import Models
    from app.services.moving import Moving
    from app.services.poller import Poller
    from app.services.practice_process import PracticeProcess
    from app.services.price_list import PriceList
    from app.services.reader_process import ReaderProcesses
    from app.services.receipts import Receipts
    from app.services.recipes import Recipes
    from app.services.rehearsing import Rehearsing
    from app.services.removal import Removal
    from app.services.rescue import Rescue
    from app.services.reviewing import Reviewing
    from app.services.service import Service
    from app.services.spending import Spending
    from app.services.steps import Steps
    from app.services.tidying import Tidying
    from app.services.trying import Trying
    from app.services.updates import Updates

_PRACTICE_SETTLE_SECONDS = 2.0


def build(
    profile: Path | None = None, *, practice: bool = False, faults: bool = False, interval: float | None = None
) -> Services:
    """The services of a profile.

    ``practice`` puts the built-in practice service in the place of the real one, and jobs in a
    place of their own; ``faults`` lets it fail now and then. ``interval`` is how often news is
    asked for, in seconds; None leaves that to the program.
    """
    places = Profile(profile)
    _ensure(places)
    log = logs.setup(places.log_folder)
    try:
        return _Wired(places, log, practice=practice, faults=faults, interval=interval)
    except BaseException:
        log.close()
        raise


class _Wired(Services):
    """The services, each with how it is made. What a window shows at once, and what can fail, is here from the start."""

    def __init__(self, places: Profile, log: logs.Log, *, practice: bool, faults: bool, interval: float | None) -> None:
        super().__init__()
        self._places, self._log, self._interval = places, log, interval
        self.practice, self.faults, self.folder = practice, faults, places.root
        database = places.database(practice)
        self.instance = str(database.resolve())
        self._sources = partial(places.sources, practice)
        self.hub = Hub()
        self.tasks = Tasks()
        self.preferences = Preferences(SettingsFile(places.settings_file))
        crash = CrashFile(places.crash_file(practice))
        self._store = Store(database)
        self.diagnostics = Diagnostics(
            places.log_folder, log.path, crash, self._list_jobs, self.preferences, practice=practice
        )

    def practise_failures(self, faults: bool) -> None:
        """Have practice fail now and then from now on, or not."""
        self._rehearsal.let_fail(faults)

    def end(self) -> None:
        """Close what lies below."""
        self.diagnostics.close()
        if "_service" in vars(self):
            self._service.close()
        if "_rehearsal" in vars(self):
            self._rehearsal.close()
        self._store.close()
        self._log.close()

    # What one part does to another that may not be there yet

    def _list_jobs(self) -> list[Job]:
        return self.jobs.list()

    def _wake(self) -> None:
        self.poller.wake()

    def _forget_file(self, job: str) -> None:
        self.importing.forget(job)

    def _reconnect(self) -> None:
        self._service.reconnect()

    def _account_changed(self) -> None:
        self.jobs.account_changed()

    def _connect(self) -> Connection:
        return _practice_connection(self._rehearsal) if self.practice else self.account.connection()

    def _may_ask(self) -> bool:
        return self.practice or self.account.has_key()

    def _use_own_prices(self) -> None:
        """Whatever finds a price takes the user's own before the shipped: they hold once their list is made."""
        self.price_list  # noqa: B018 - made by being asked for

    @Late
    def account(self) -> Account:
        from app.services.account import Account
        from app.system.secrets import KeyStore

        made = Account(KeyStore(), self.preferences, practice=self.practice)
        # In this order: jobs go on with the connection that is new.
        made.on_change(self._reconnect)
        made.on_change(self._account_changed)
        return made

    @Late
    def _rehearsal(self) -> PracticeProcess:
        from app.services.practice_process import PracticeProcess

        return PracticeProcess(self._places.practice_folder, faults=self.faults)

    @Late
    def _service(self) -> Service:
        from app.services.service import Service

        return Service(self._connect)

    @Late
    def _readers(self) -> ReaderProcesses:
        from app.services.reader_process import ReaderProcesses

        return ReaderProcesses()

    @Late
    def jobs(self) -> Jobs:
        from app.services.jobs import Jobs

        return Jobs(self._store, self.hub, self._wake)

    @Late
    def deleting(self) -> Deleting:
        from app.services.deleting import Deleting

        return Deleting(self._store, self.hub, self._forget_file)

    @Late
    def poller(self) -> Poller:
        from app.services.pace import Pace
        from app.services.poller import Poller
        from app.system.profile_lock import ProfileLock

        self._use_own_prices()
        lock = ProfileLock(self._places.lock_file(self.practice))
        downloads = self._places.downloads(self.practice)
        pace = Pace(self._interval, _settle(self.practice), self.practice)
        return Poller(self._store, self._service, self.hub, lock, downloads, pace, self.documents)

    @Late
    def importing(self) -> Importing:
        from app.services.importing import Importing

        return Importing(self._store, self.hub, self._sources, self._readers)

    @Late
    def documents(self) -> Documents:
        from app.services.documents import Documents
        from app.services.looking import LookApart

        return Documents(self._store, LookApart(self._readers))

    @Late
    def models(self) -> Models:
        from app.services.models import Models

        return Models(self._store, self._service, self._may_ask)

    @Late
    def price_list(self) -> PriceList:
        from app.services.price_list import PriceList

        return PriceList(self.preferences, self.models)

    @Late
    def estimating(self) -> Estimating:
        from app.services.estimating import Estimating

        self._use_own_prices()
        return Estimating(
            self._store,
            self._service,
            self._may_ask,
            practice=self.practice,
            documents=self.documents,
            address=self.account.address,
        )

    @Late
    def trying(self) -> Trying:
        from app.services.sampling import Sampling
        from app.services.trying import Trying

        sampling = Sampling(self._store, self.documents)
        return Trying(self._store, self._service, self.hub, self.estimating, sampling)

    @Late
    def steps(self) -> Steps:
        from app.services.steps import Steps

        return Steps(self._store, self.hub)

    @Late
    def comparing(self) -> Comparing:
        from app.services.comparing import Comparing

        return Comparing(self._store, self.hub)

    @Late
    def moving(self) -> Moving:
        from app.services.moving import Moving

        folder = self._places.handover_folder
        return Moving(self._store, self.hub, self._sources, practice=self.practice, handover=folder)

    @Late
    def rehearsing(self) -> Rehearsing:
        from app.services.rehearsing import Rehearsing

        return Rehearsing(self.moving, self.folder, self._places.handover_folder)

    @Late
    def cell_survey(self) -> CellSurvey:
        from app.services.cell_survey import CellSurvey

        return CellSurvey(self._store)

    @Late
    def exporting(self) -> Exporting:
        from app.services.exporting import Exporting

        return Exporting(self._store, self.importing, practice=self.practice)

    @Late
    def recipes(self) -> Recipes:
        from app.services.recipes import Recipes

        return Recipes(self._places.recipe_folder)

    @Late
    def removal(self) -> Removal:
        from app.services.removal import Removal

        return Removal(self._store, self._service, self.hub)

    @Late
    def reviewing(self) -> Reviewing:
        from app.services.reviewing import Reviewing

        return Reviewing(self._store)

    @Late
    def marking(self) -> Marking:
        from app.services.marking import Marking

        return Marking(self._store)

    @Late
    def continuing(self) -> Continuing:
        from app.services.continuing import Continuing

        return Continuing(self._store)

    @Late
    def receipts(self) -> Receipts:
        from app.services.receipts import Receipts

        return Receipts(self._store, self.steps, practice=self.practice)

    @Late
    def spending(self) -> Spending:
        from app.services.spending import Spending

        return Spending(self._store, self.hub, self._wake)

    @Late
    def tidying(self) -> Tidying:
        from app.services.tidying import Tidying

        return Tidying(self._store, self.deleting, self.removal, self._store.database.path.parent, self._sources)

    @Late
    def rescue(self) -> Rescue:
        from app.services.rescue import Rescue

        return Rescue(self._store, self._service, self.hub, self._wake)

    @Late
    def updates(self) -> Updates:
        from app.services.updates import Updates, as_set

        # Practice mode reaches no network, so that there nobody can be asked.
        return Updates("" if self.practice else releases_address(), self.preferences, as_set(self.preferences))


def _ensure(places: Profile) -> None:
    try:
        places.ensure()
    except OSError as error:
        raise NeedsUser(
            tr("The folder where Batchsheet keeps its jobs can't be written to: {root}.", root=places.root),
            tr("Nothing was sent."),
            tr("Make room there, allow writing to it, or choose another folder."),
            code=Code.DISK_FULL,
            details=str(error),
        ) from error


def _practice_connection(service: PracticeProcess) -> Connection:
    """A connection whose requests never leave this computer."""
    service.warm()  # it comes up while the SDK does
    from app.batch_api.client import Connection
    from app.practice.transport import PracticeTransport

    return Connection(api_key="practice", base_url="http://practice.invalid", transport=PracticeTransport(service))


def _settle(practice: bool) -> float:
    """Seconds that an unanswered send is looked for: fewer where this computer answers, or as a test has it."""
    from app.services.pace import Pace

    try:
        return float(os.environ.get("BATCHSHEET_SETTLE", ""))
    except ValueError:
        return _PRACTICE_SETTLE_SECONDS if practice else Pace.settle

"""The only place that wires: it makes each part once and hands it to those that need it.

Heavy libraries come in with the parts that use them, so import this late.
"""

from __future__ import annotations

import hashlib
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.errors import AppError, Code, NeedsUser
from app.core.words import tr
from app.resource_files import releases_address
from app.services.account import Account
from app.services.cell_survey import CellSurvey
from app.services.comparing import Comparing
from app.services.continuing import Continuing
from app.services.diagnostics import Diagnostics
from app.services.documents import Documents
from app.services.estimating import Estimating
from app.services.exporting import Exporting
from app.services.hub import Hub
from app.services.importing import Importing
from app.services.jobs import Jobs
from app.services.looking import LookApart
from app.services.marking import Marking
from app.services.models import Models
from app.services.moving import Moving
from app.services.pace import Pace
from app.services.poller import Poller
from app.services.practice_process import PracticeProcess
from app.services.preferences import Preferences
from app.services.price_list import PriceList
from app.services.reader_process import ReaderProcesses
from app.services.receipts import Receipts
from app.services.recipes import Recipes
from app.services.rehearsing import Rehearsing
from app.services.removal import Removal
from app.services.rescue import Rescue
from app.services.reviewing import Reviewing
from app.services.sampling import Sampling
from app.services.service import Service
from app.services.services import Services
from app.services.spending import Spending
from app.services.steps import Steps
from app.services.tasks import Tasks
from app.services.tidying import Tidying
from app.services.trying import Trying
from app.services.updates import Updates
from app.store.store import Store
from app.system import logs
from app.system.crash_file import CrashFile
from app.system.paths import Profile
from app.system.profile_lock import ProfileLock
from app.system.secrets import KeyStore
from app.system.settings import SettingsFile

if TYPE_CHECKING:
    from app.batch_api.client import Connection

SETTLE_SECONDS = 120.0
"""How long an unanswered send is looked for before it counts as not arrived."""

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
        return _wire(places, log, practice=practice, faults=faults, interval=interval)
    except BaseException:
        log.close()
        raise


def _wire(places: Profile, log: logs.Log, *, practice: bool, faults: bool, interval: float | None) -> Services:
    hub = Hub()
    preferences = Preferences(SettingsFile(places.settings_file))
    account = Account(KeyStore(), preferences, practice=practice)
    rehearsal = PracticeProcess(places.practice_folder, faults=faults)
    connect = partial(_practice_connection, rehearsal) if practice else account.connection
    service = Service(connect)
    account.on_change(service.reconnect)
    store = Store(places.database(practice))
    lock = ProfileLock(places.lock_file(practice))
    pace = Pace(interval, _settle(practice), practice)
    readers = ReaderProcesses()
    documents = Documents(store, LookApart(readers))
    poller = Poller(store, service, hub, lock, places.downloads(practice), pace, documents=documents)
    sources = partial(places.sources, practice)
    importing = Importing(store, hub, sources, readers)
    may_ask = (lambda: True) if practice else account.has_key
    jobs = Jobs(store, hub, poller, importing)
    # In this order: jobs go on with the connection that is new.
    account.on_change(jobs.account_changed)

    models = Models(store, service, may_ask)
    estimating = Estimating(store, service, may_ask, practice=practice, documents=documents)

    crash = CrashFile(places.crash_file(practice))
    diagnostics = Diagnostics(places.log_folder, log.path, crash, jobs.list, preferences, practice=practice)
    moving = Moving(store, hub, sources, practice=practice, handover=places.handover_folder)
    removal = Removal(store, service, hub)
    steps = Steps(store, hub)

    def end() -> None:
        diagnostics.close()
        service.close()
        rehearsal.close()
        store.close()
        log.close()

    return Services(
        practice=practice,
        folder=places.root,
        instance=hashlib.sha256(str(places.database(practice).resolve()).encode()).hexdigest()[:16],
        hub=hub,
        tasks=Tasks(),
        poller=poller,
        jobs=jobs,
        steps=steps,
        comparing=Comparing(store, hub),
        importing=importing,
        moving=moving,
        rehearsing=Rehearsing(moving, places.root, places.handover_folder),
        faults=faults,
        practise_failures=rehearsal.let_fail,
        models=models,
        estimating=estimating,
        cell_survey=CellSurvey(store),
        documents=documents,
        trying=Trying(store, service, hub, estimating, Sampling(store, documents=documents)),
        exporting=Exporting(store, importing, practice=practice),
        recipes=Recipes(places.recipe_folder),
        removal=removal,
        reviewing=Reviewing(store),
        marking=Marking(store),
        continuing=Continuing(store),
        receipts=Receipts(store, steps, practice=practice),
        spending=Spending(store, hub, poller.wake),
        tidying=Tidying(store, jobs, removal, places.database(practice).parent, sources),
        rescue=Rescue(store, service, hub, poller.wake),
        account=account,
        preferences=preferences,
        diagnostics=diagnostics,
        updates=_updates(preferences, practice),
        price_list=PriceList(preferences, models),
        end=end,
    )


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


def _updates(preferences: Preferences, practice: bool) -> Updates:
    """Practice mode reaches no network, so that there nobody can be asked."""

    def fetch(address: str) -> bytes:
        from app.batch_api.client import certificates
        from app.system.plain_get import plain_get

        settings = preferences.get()
        try:
            context = certificates(settings.ca_file or None)
        except AppError as error:
            raise OSError(error.message) from error
        return plain_get(address, context, settings.proxy)

    return Updates("" if practice else releases_address(), preferences, fetch)


def _practice_connection(service: PracticeProcess) -> Connection:
    """A connection whose requests never leave this computer."""
    from app.batch_api.client import Connection
    from app.practice.transport import PracticeTransport

    return Connection(api_key="practice", base_url="http://practice.invalid", transport=PracticeTransport(service))


def _settle(practice: bool) -> float:
    try:
        return float(os.environ.get("BATCHSHEET_SETTLE", ""))
    except ValueError:
        return _PRACTICE_SETTLE_SECONDS if practice else SETTLE_SECONDS

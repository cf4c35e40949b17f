"""The services of one profile, wired: what the window and the command line are handed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

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
from app.services.marking import Marking
from app.services.models import Models
from app.services.moving import Moving
from app.services.poller import Poller
from app.services.preferences import Preferences
from app.services.price_list import PriceList
from app.services.receipts import Receipts
from app.services.recipes import Recipes
from app.services.rehearsing import Rehearsing
from app.services.removal import Removal
from app.services.rescue import Rescue
from app.services.reviewing import Reviewing
from app.services.spending import Spending
from app.services.steps import Steps
from app.services.tasks import Tasks
from app.services.tidying import Tidying
from app.services.trying import Trying
from app.services.updates import Updates


@dataclass(frozen=True)
class Services:
    """Everything that the program does, and whether it only rehearses.

    ``folder`` is where all of it is kept; ``faults`` says whether
    practice failed now and then when it began, ``practise_failures`` has it do so or not; ``end`` closes what lies below; ``instance`` is a name that two processes on the same
    profile share.
    """

    practice: bool
    folder: Path
    instance: str
    hub: Hub
    tasks: Tasks
    poller: Poller
    jobs: Jobs
    steps: Steps
    comparing: Comparing
    importing: Importing
    moving: Moving
    rehearsing: Rehearsing
    faults: bool
    practise_failures: Callable[[bool], None]
    models: Models
    estimating: Estimating
    cell_survey: CellSurvey
    documents: Documents
    trying: Trying
    exporting: Exporting
    recipes: Recipes
    rescue: Rescue
    removal: Removal
    reviewing: Reviewing
    marking: Marking
    receipts: Receipts
    spending: Spending
    tidying: Tidying
    continuing: Continuing
    account: Account
    preferences: Preferences
    diagnostics: Diagnostics
    updates: Updates
    price_list: PriceList
    end: Callable[[], None]

    def start(self) -> None:
        """Begin to move jobs."""
        self.poller.start()

    def close(self) -> bool:
        """Stop all work in order: the poller, tasks, then connections and the database.

        False where a call to the service is still under way. The process may end all the same:
        the next start finds out what became of the call.
        """
        quiet = self.poller.stop()
        self.tasks.close()
        self.importing.close()
        if quiet:
            self.end()
        return quiet

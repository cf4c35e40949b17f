"""The services of one profile: what the window and the command line are handed."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.account import Account
    from app.services.cell_survey import CellSurvey
    from app.services.comparing import Comparing
    from app.services.continuing import Continuing
    from app.services.deleting import Deleting
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


class Services(ABC):
    """Everything that the program does, and whether it only rehearses.

    ``folder`` is where all of it is kept; ``instance`` is a name that two processes on the same profile share;
    ``faults`` says whether practice failed now and then when it began.
    """

    practice: bool
    folder: Path
    instance: str
    faults: bool
    hub: Hub
    tasks: Tasks
    poller: Poller
    jobs: Jobs
    deleting: Deleting
    steps: Steps
    comparing: Comparing
    importing: Importing
    moving: Moving
    rehearsing: Rehearsing
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

    def __init__(self) -> None:
        self.guard = threading.RLock()

    def make_all(self) -> None:
        """Make every part that is missing. Takes a moment: a window does it on another thread, once it is painted."""
        for name in Services.__annotations__:
            getattr(self, name)

    def start(self) -> None:
        """Begin to move jobs."""
        self.poller.start()

    def close(self) -> bool:
        """Stop all work in order: the poller, tasks, then connections and the database.

        False where a call to the service is still under way. The process may end all the same:
        the next start finds out what became of the call.
        """
        made = vars(self)
        quiet = self.poller.stop() if "poller" in made else True
        self.tasks.close()
        if "importing" in made:
            self.importing.close()
        if quiet:
            self.end()
        return quiet

    @abstractmethod
    def practise_failures(self, faults: bool) -> None:
        """Have practice fail now and then from now on, or not."""

    @abstractmethod
    def end(self) -> None:
        """Close what lies below."""

"""What was spent as a tree: by month, by recipe or by model, and under each what it is made of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from app.services.shipped_recipes import shipped_name
from app.services.spending import SpendLine
from app.ui import wording
from app.ui.language import shown, tr


class By(StrEnum):
    """What stands at the left."""

    MONTH = "month"
    RECIPE = "recipe"
    MODEL = "model"


def spend_tree(
    lines: Sequence[SpendLine],
    by: By,
    parent: QWidget,
    model_name: Callable[[str], str],
    own: Collection[str] = (),
) -> QStandardItemModel:
    """The tree; its lines are in the order of ``lines``, the newest month first.

    ``model_name`` is what people call a model, by its id; ``own`` are names of the user's recipes.
    """
    names: dict[By, Callable[[SpendLine], str]] = {
        By.MONTH: lambda line: wording.month(line.month),
        By.RECIPE: lambda line: _recipe(line.recipe, own),
        By.MODEL: lambda line: model_name(line.model),
    }
    model = QStandardItemModel(parent)
    head = {By.MONTH: tr("Month"), By.RECIPE: tr("Recipe"), By.MODEL: tr("Model")}[by]
    model.setHorizontalHeaderLabels([head, tr("Answers"), tr("Cost"), tr("May be more")])
    for column in (1, 2, 3):
        model.horizontalHeaderItem(column).setTextAlignment(_RIGHT)
    groups: dict[str, list[SpendLine]] = {}
    for line in lines:
        groups.setdefault(names[by](line), []).append(line)
    for name, found in groups.items():
        top = _cells(name, found)
        for line in found:
            top[0].appendRow(_cells(" · ".join(names[other](line) for other in By if other is not by), [line]))
        model.appendRow(top)
    return model


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _recipe(name: str, own: Collection[str]) -> str:
    return name if name in own else shown(shipped_name(name)) or tr("A recipe without a name")


def _cells(name: str, lines: Sequence[SpendLine]) -> list[QStandardItem]:
    possible = sum(line.possible for line in lines)
    texts = (
        name,
        wording.number(sum(line.answers for line in lines)),
        wording.money(sum(line.cost for line in lines)),
        wording.money(possible) if possible else "",
    )
    cells = [QStandardItem(text) for text in texts]
    for number, cell in enumerate(cells):
        cell.setEditable(False)
        if number:
            cell.setTextAlignment(_RIGHT)
    return cells

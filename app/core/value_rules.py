"""What right labels and numbers rarely are: one label everywhere, a number far from all others."""

from __future__ import annotations

from collections import defaultdict

from app.core.outliers import outliers
from app.core.outputs import CellValue, Kind
from app.core.rule import Column, Concern, Finding, Reviewed, Rule


class _Labels(Rule):
    """One label that nearly all rows have."""

    FEWEST = 50
    SHARE = 0.9
    SHARE_OF_TWO = 0.97
    """Of yes and no, one may well be rare."""

    def __init__(self, column: Column) -> None:
        super().__init__(column)
        self.rows: defaultdict[CellValue, list[int]] = defaultdict(list)

    def look(self, row: Reviewed, value: CellValue) -> None:
        self.rows[value].append(row.number)

    def findings(self) -> list[Finding]:
        total = sum(map(len, self.rows.values()))
        two = self.output.kind is Kind.YES_NO or len(self.output.choices) == 2
        if total < self.FEWEST:
            return []
        label, rows = max(self.rows.items(), key=lambda found: len(found[1]))
        if len(rows) < total * (self.SHARE_OF_TWO if two else self.SHARE):
            return []
        return [self.found(Concern.LABEL_DOMINATES, _shown(label), rows)]


class _Numbers(Rule):
    """Numbers far from all others."""

    FEWEST = 50
    SHARE = 0.05

    def __init__(self, column: Column) -> None:
        super().__init__(column)
        self.values: list[float] = []
        self.numbers: list[int] = []

    def look(self, row: Reviewed, value: CellValue) -> None:
        if isinstance(value, int | float) and not isinstance(value, bool):
            self.values.append(float(value))
            self.numbers.append(row.number)

    def findings(self) -> list[Finding]:
        if len(self.values) < self.FEWEST:
            return []
        far = outliers(self.values)
        if not far or len(far) > len(self.values) * self.SHARE:
            return []
        extreme = max(far, key=lambda place: abs(self.values[place]))
        return [self.found(Concern.NUMBER, f"{self.values[extreme]:,.10g}", (self.numbers[place] for place in far))]


def _shown(value: CellValue) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


LABEL_RULES = (_Labels,)
NUMBER_RULES = (_Numbers,)

"""One-to-one assignment of the best total weight (Kuhn 1955, Munkres 1957, in the shortest-path form)."""

from __future__ import annotations

from collections.abc import Sequence


def assign(weights: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    """Return pairs ``(row, column)`` with the greatest sum of weights, each row and column once.

    Args:
        weights: A rectangle of whole numbers, 0 where the two cannot be paired, else above 0.

    Returns:
        The pairs of weight above 0, by row. Ties go to the earlier columns, so that the result is deterministic.
    """
    if not weights or not weights[0]:
        return ()
    if len(weights) > len(weights[0]):
        turned = [[row[column] for row in weights] for column in range(len(weights[0]))]
        return tuple(sorted((row, column) for column, row in assign(turned)))
    owner = _solve([[-weight for weight in row] for row in weights])
    pairs = ((row - 1, column - 1) for column, row in enumerate(owner) if column and row)
    return tuple(sorted((row, column) for row, column in pairs if weights[row][column] > 0))


def _solve(cost: list[list[int]]) -> list[int]:
    """Return for each column, from 1, the row, from 1, that takes it at the least total cost, or 0."""
    rows, columns = len(cost), len(cost[0])
    row_price = [0] * (rows + 1)
    column_price = [0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        _augment(cost, row, row_price, column_price, owner)
    return owner


def _augment(cost: list[list[int]], row: int, row_price: list[int], column_price: list[int], owner: list[int]) -> None:
    """Give ``row`` a column along the cheapest alternating path; prices and owners change in place."""
    columns = len(owner) - 1
    owner[0] = row
    slack: list[float] = [float("inf")] * (columns + 1)
    came_from = [0] * (columns + 1)
    used = [False] * (columns + 1)
    at = 0
    while owner[at]:
        used[at] = True
        here, step, following = owner[at], float("inf"), 0
        for column in range(1, columns + 1):
            if used[column]:
                continue
            reduced = cost[here - 1][column - 1] - row_price[here] - column_price[column]
            if reduced < slack[column]:
                slack[column], came_from[column] = reduced, at
            if slack[column] < step:
                step, following = slack[column], column
        for column in range(columns + 1):
            if used[column]:
                row_price[owner[column]] += int(step)
                column_price[column] -= int(step)
            else:
                slack[column] -= step
        at = following
    while at:
        owner[at] = owner[came_from[at]]
        at = came_from[at]

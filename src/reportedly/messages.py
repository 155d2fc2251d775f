"""What the command line says beside its data: problems, counts and what was left uncoded, each on one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from reportedly.errors import Problem
from reportedly.records import Report, Status
from reportedly.summary import one_line

SHOWN_PER_FILE = 100
"""Problems of one file that are shown one by one: more would hide those of the other files; the rest is counted."""

SHOWN_NAMES = 3
"""Reports that a line of the closing count names before it only counts."""


def problem_lines(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield a line for each problem with its file and line, then one for each file with more than are shown."""
    seen: Counter[str] = Counter()
    for problem in problems:
        seen[problem.file] += 1
        if seen[problem.file] <= SHOWN_PER_FILE:
            yield one_line(f"{'refused' if problem.refused else 'note'}: {problem}")
    for file, count in seen.items():
        if count > SHOWN_PER_FILE:
            yield one_line(f"{file}: {count - SHOWN_PER_FILE} more like these, not shown")


@dataclass(slots=True)
class _Some:
    """A count that remembers the first names."""

    count: int = 0
    names: list[str] = field(default_factory=list)

    def add(self, report: Report) -> None:
        self.count += 1
        if len(self.names) < SHOWN_NAMES:
            self.names.append(f"{PurePath(report.file).name} part {report.part}")

    def __str__(self) -> str:
        more = self.count - len(self.names)
        return ", ".join(self.names) + (f" and {more} more" if more else "")


@dataclass(slots=True)
class Tally:
    """What a run has coded so far.

    Attributes:
        coded: Reports in a language that has a coder.
        events: Mentions of status ``event``.
        others: Mentions of any other status.
    """

    coded: int = 0
    events: int = 0
    others: int = 0
    _undated: _Some = field(default_factory=_Some)
    _whole: dict[str, _Some] = field(default_factory=dict)
    _passages: dict[str, _Some] = field(default_factory=dict)

    def add(self, report: Report, statuses: Iterable[Status], uncoded: Iterable[str]) -> None:
        """Count a report.

        Args:
            report: The report.
            statuses: The status of each of its mentions.
            uncoded: Languages of the report that no coder reads yet.
        """
        counts = Counter(statuses)
        events = counts[Status.EVENT]
        self.events += events
        self.others += counts.total() - events
        languages = sorted(set(uncoded))
        left_out = report.language in languages and not counts
        self.coded += not left_out
        for language in [report.language] if left_out else languages:
            group = self._whole if left_out else self._passages
            group.setdefault(language, _Some()).add(report)
        if report.published is None and not left_out:
            self._undated.add(report)

    def lines(self, problems: Iterable[Problem]) -> Iterator[str]:
        """Yield the closing lines: what was coded, what was not, and why."""
        yield f"{_count(self.coded, 'report')} coded: {_count(self.events, 'event')}, {_count(self.others, 'other mention')}"
        yield from self.uncoded_lines()
        if self._undated.count:
            words = f"publication day not known: {_count(self._undated.count, 'report')}"
            yield one_line(f"{words}; dates without a year stay open (XXXX-04-16): {self._undated}")
        yield from refused_lines(problems)

    def uncoded_lines(self) -> Iterator[str]:
        """Yield a line for each language that was left out, of whole reports and of passages."""
        for language, some in sorted(self._whole.items()):
            yield one_line(f"not yet coded: {_count(some.count, 'report')} in language '{language}': {some}")
        for language, some in sorted(self._passages.items()):
            yield one_line(
                f"not yet coded: passages in language '{language}' of {_count(some.count, 'report')}: {some}"
            )


def refused_lines(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield the line that counts what was refused, if anything was."""
    refused = sum(problem.refused for problem in problems)
    if refused:
        yield f"refused: {refused} (see above)"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

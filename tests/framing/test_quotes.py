from __future__ import annotations

import pytest

from reportedly.framing.quotes import LONGEST, quoted_ranges

from .make import report_of


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ('He said: "They fled." She left.', ['"They fled."']),
        ("He said: “They fled.” She left.", ["“They fled.”"]),
        ("Il dit « ils ont fui » hier.", ["« ils ont fui »"]),
        ("The 'rebels' and the ‘army’ met.", ["'rebels'", "‘army’"]),
        ("The army's men and the rebels' men met.", []),
        ('A lost " mark and no other.', []),
        (f'"{"long " * LONGEST}"', []),
        ("No marks.", []),
    ],
)
def test_what_stands_in_quotation_marks(text: str, within: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_ranges(report_of(text))] == within

"""Who says what in the invented sentences of ``attributions.yaml``: claimant, stance, scope, and where a scope ends."""

from __future__ import annotations

import pytest

from reportedly.pipeline import Coder

from .attribution_gold import Sentence, faults, found_in, load

ENTRIES = load()

PARSE = "the parser hangs the statement, its verb or its subject elsewhere"
RUN_ON = "nothing but sense parts two clauses run together"
NOT_SAYING = "the statement hangs from words that are no verb of saying, or is a bare noun phrase"
EDGE = "the scope takes in a phrase of place or occasion that belongs to the saying"
ELLIPSIS = "the speaker or the toll is left out and understood"
SENSE = "only sense tells that this verb says nothing here"

KNOWN = {
    **dict.fromkeys("s057 s010".split(), RUN_ON),
    **dict.fromkeys("s030 s124 s126 s029 s147 s035 s169 s173 s069 s074 s084 s182".split(), PARSE),
    **dict.fromkeys("s063 s140 s176 s181 s183 s172 s076 s043 s083 s093 s159".split(), NOT_SAYING),
    **dict.fromkeys(["s145"], EDGE),
    **dict.fromkeys("s100 s187 s190".split(), ELLIPSIS),
    **dict.fromkeys("s264 s303 s314".split(), SENSE),
}
"""Entries that fail, with the reason; an entry that comes right must leave the list."""


def test_the_file_is_what_the_documentation_says() -> None:
    assert len(ENTRIES) >= 300
    assert len({e.id for e in ENTRIES}) == len(ENTRIES)
    assert sum(not e.stated for e in ENTRIES) >= len(ENTRIES) / 3
    for entry in ENTRIES:
        for words in (*(s.scope for s in entry.stated), *entry.outside):
            assert words in entry.text


def cases() -> list[object]:
    marks = {i: pytest.mark.xfail(strict=True, reason=why) for i, why in KNOWN.items()}
    return [pytest.param(e, id=e.id, marks=marks.get(e.id, ())) for e in ENTRIES]


@pytest.mark.parametrize("entry", cases())
def test_claimant_stance_and_scope(coder: Coder, entry: Sentence) -> None:
    assert faults(found_in(coder, entry), entry) == []

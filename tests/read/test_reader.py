"""Files of every kind, metadata, and bad input."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from read.make import ARABIC, BODY, OTHER, page, read, words
from reportedly.errors import InputError, Problem
from reportedly.read import ColumnNames, ReadOptions, page_text, read_paths
from reportedly.records import BlockKind, Report

TEXT = page("Mine kills two soldiers near Qasr al-Ward", *BODY)
HTML = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Mine kills two soldiers | River Post</title>
<meta property="og:site_name" content="River Post"><meta property="og:title" content="Mine kills two soldiers">
<meta property="article:published_time" content="2021-05-03T10:00:00Z"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Mine kills two soldiers</h1><p>{BODY[0]}</p><p>{BODY[1]}</p><p>{OTHER[0]}</p><p>{OTHER[1]}</p></article>
<footer>Copyright 2021</footer></body></html>"""


def put(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def table(rows: list[list[str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


ROWS = [
    ["ID", " Title ", "Source", "Published", "TEXT", "url", "language"],
    ["7", "Mine kills two soldiers", "River Post", "2021-05-03", BODY[0], "https://r.example/1", "en"],
    ["8", "Shells hit market", "", "", "\n".join(OTHER), "https://r.example/2021/05/04/x", ""],
]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", table(ROWS)),
        ("a.tsv", table(ROWS, "\t")),
        ("a.csv", table(ROWS, ";")),
        ("a.csv", "\ufeff" + table(ROWS)),
        ("a.jsonl", "\n".join(json.dumps(dict(zip(ROWS[0], row, strict=True))) for row in ROWS[1:])),
        ("a.json", json.dumps([dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:]])),
        ("noname", "\n".join(json.dumps(dict(zip(ROWS[0], row, strict=True))) for row in ROWS[1:])),
    ],
)
def test_tables(tmp_path: Path, name: str, text: str, packed: bool) -> None:
    data = gzip.compress(text.encode()) if packed else text.encode()
    reports, problems = read(put(tmp_path / (name + ".gz" * packed), data))
    assert not problems
    first, second = reports
    assert (first.part, first.start, first.end, first.text) == (1, 0, len(BODY[0]), BODY[0])
    assert (first.title, first.source, first.url) == ("Mine kills two soldiers", "River Post", "https://r.example/1")
    assert (first.published, first.published_from) == (date(2021, 5, 3), "column")
    assert (second.part, second.source) == (2, None)
    assert (second.published, second.published_from) == (date(2021, 5, 4), "document")


def test_named_columns(tmp_path: Path) -> None:
    path = put(tmp_path / "a.csv", table([["Body", "Outlet"], [BODY[0], "River Post"]]))
    (report,), _ = read(path, ReadOptions(columns=ColumnNames(text="body", source="OUTLET")))
    assert report.source == "River Post"


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("name", ["a.txt", "a", "a.md", "a.log"])
def test_pages_of_text(tmp_path: Path, name: str, packed: bool) -> None:
    data = gzip.compress(TEXT.encode()) if packed else TEXT.encode()
    path = put(tmp_path / (name + ".gz" * packed), data)
    (report,), problems = read(path)
    assert not problems
    assert words(report, BlockKind.TEXT) == list(BODY)
    assert page_text(str(path), ReadOptions()) == TEXT


@pytest.mark.parametrize("name", ["a.html", "a.htm.gz", "a"])
def test_html(tmp_path: Path, name: str) -> None:
    data = gzip.compress(HTML.encode()) if name.endswith(".gz") else HTML.encode()
    path = put(tmp_path / name, data)
    (report,), problems = read(path)
    assert not problems
    assert (report.title, report.source) == ("Mine kills two soldiers", "River Post")
    assert (report.published, report.published_from) == (date(2021, 5, 3), "document")
    assert page_text(str(path), ReadOptions())[report.start : report.end] == report.text
    assert set(BODY) <= set(words(report, BlockKind.TEXT))


@pytest.mark.parametrize(
    ("data", "noted"),
    [
        (TEXT.encode("utf-8-sig"), None),
        (TEXT.encode("utf-16"), "UTF-16"),
        (page(*ARABIC).replace("ُ", "").encode("cp1256"), "Windows-1256"),
        (TEXT.replace("Qasr", "Café").encode("cp1252"), "Windows-1252"),
        (page(*ARABIC).encode()[:-3] + b"\n", "U+FFFD"),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, noted: str | None) -> None:
    path = put(tmp_path / "a.txt", data)
    reports, problems = read(path)
    assert len(reports) == 1
    assert [problem.refused for problem in problems] == ([False] if noted else [])
    assert all(noted and noted in problem.message for problem in problems)
    text = page_text(str(path), ReadOptions())
    assert text[reports[0].start : reports[0].end] == reports[0].text


def test_byte_order_mark_and_line_ends_stay(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    path = put(tmp_path / "a.txt", data)
    (report,), _ = read(path)
    assert report.start == 1
    assert data.decode()[report.start : report.end] == report.text
    assert words(report, BlockKind.TEXT) == list(BODY)


def test_folders_globs_and_repeats(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "b/.hidden.txt", "b/.git/3.txt", "a.txt"):
        put(tmp_path / name, TEXT)
    names = [str(tmp_path / name) for name in ("a.txt", "b/1.txt", "b/2.txt")]
    found = list(read_paths([str(tmp_path), str(tmp_path / "a.txt"), str(tmp_path / "**/*.txt")], ReadOptions()))
    assert [entry.file for entry in found] == names


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(TEXT.encode()))))
    (report,) = read_paths(["-"], ReadOptions())
    assert isinstance(report, Report)
    assert report.file == "<stdin>"


def test_ids_do_not_know_the_folder(tmp_path: Path) -> None:
    one, _ = read(put(tmp_path / "one" / "a.txt", TEXT))
    two, _ = read(put(tmp_path / "two" / "b.txt", TEXT))
    other, _ = read(tmp_path / "one" / "a.txt", ReadOptions(source="River Post"))
    assert one[0].id == two[0].id != other[0].id


def test_precedence_of_metadata(tmp_path: Path) -> None:
    path = put(tmp_path / "x" / "a.txt", page("Mine kills two soldiers", "Sudan Tribune", "3 May 2021", *BODY))
    options = ReadOptions(published=date(2021, 6, 1), source="Option")
    sidecar = put(tmp_path / "m.csv", "file,part,source,language,published\nx/a.txt,1,Side,fr,2021-07-01\n")
    plain, with_options = read(path)[0][0], read(path, options)[0][0]
    assert (plain.source, str(plain.published), plain.published_from) == ("Sudan Tribune", "2021-05-03", "document")
    assert (with_options.source, with_options.published_from) == ("Option", "option")
    (told,), problems = read(path, ReadOptions(metadata=sidecar, published=date(2021, 6, 1), source="Option"))
    assert not problems
    assert (told.source, told.language, str(told.published), told.published_from) == (
        "Side",
        "fr",
        "2021-07-01",
        "sidecar",
    )


def test_bad_sidecar_lines(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", TEXT)
    lines = "file,part,published\na.txt,1,2021-05-03\na.txt,2,\nb.txt,1,\na.txt,1,soon\na.txt,x,\n,1,\n"
    sidecar = put(tmp_path / "m.csv", lines)
    reports, problems = read(tmp_path, ReadOptions(metadata=sidecar))
    assert [str(report.published) for report in reports] == ["2021-05-03"]
    assert sorted((problem.line or 0) for problem in problems) == [3, 4, 5, 6, 7]
    assert all(problem.refused and problem.file == str(sidecar) for problem in problems)


def test_missing_sidecar(tmp_path: Path) -> None:
    reports, problems = read(put(tmp_path / "a.txt", TEXT), ReadOptions(metadata=tmp_path / "none.csv"))
    assert (len(reports), len(problems)) == (1, 1)


@pytest.mark.parametrize(
    ("name", "data", "line", "message"),
    [
        ("a.txt", b"", None, "empty"),
        ("a.txt", b" \n\n", None, "empty"),
        ("a.txt", b"---\n***\n", None, "no words"),
        ("a.txt", b"ab\x00cd" * 50, None, "binary"),
        ("a.txt", bytes(range(1, 32)) * 20, None, "binary"),
        ("a.txt", b"caf\xe9 \x81\x8d\x90 \x9d\x8f" * 30, None, ""),
        ("a.txt.gz", b"\x1f\x8b\x08\x00broken", None, "gzip"),
        ("a.txt.gz", gzip.compress(TEXT.encode())[:-20], None, "gzip"),
        ("a.csv", b"", None, "empty"),
        ("a.csv", b"name,body\n1,2\n", 1, "no column 'text'"),
        ("a.csv", b"text\r,body\r\n1,2\n", 1, "broken header"),
        ("a.jsonl", b"", None, "empty"),
        ("a.html", b"<html><body></body></html>", None, "no article"),
    ],
)
def test_bad_files(tmp_path: Path, name: str, data: bytes, line: int | None, message: str) -> None:
    reports, problems = read(put(tmp_path / name, data))
    if message:
        assert not reports
        assert [(problem.line, problem.refused) for problem in problems] == [(line, True)]
        assert message in problems[0].message
    assert problems
    with pytest.raises(InputError):
        page_text(str(tmp_path / "none.txt"), ReadOptions())


def test_missing_paths(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = list(read_paths([str(tmp_path / "none"), str(tmp_path / "*.x"), str(tmp_path / "empty")], ReadOptions()))
    assert [isinstance(entry, Problem) and entry.refused for entry in found] == [True] * 3


def test_broken_lines_stop_nothing(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"{n} {BODY[0]}"}) for n in range(9)]
    lines[6] = '{"text": "cut'
    lines[7] = '["no object"]'
    lines[3] = '{"body": "no text"}'
    reports, problems = read(put(tmp_path / "a.jsonl", "\n".join(lines)))
    assert [report.part for report in reports] == [1, 2, 3, 5, 6, 9]
    assert [problem.line for problem in problems] == [4, 7, 8]


def test_bad_rows_stop_nothing(tmp_path: Path) -> None:
    last = OTHER[1].replace(",", "")
    rows = f'text,published\n"{BODY[0]}\nmore",2021-05-03\nshort\n,2021-05-03\n{last},someday\na,b,c\n'
    reports, problems = read(put(tmp_path / "a.csv", rows))
    assert [(report.part, report.published) for report in reports] == [(1, date(2021, 5, 3)), (4, None)]
    assert [problem.line for problem in problems] == [4, 5, 6, 7]


def test_too_long(tmp_path: Path) -> None:
    reports, problems = read(put(tmp_path / "a.txt", "word " * 1000), ReadOptions(max_chars=1000))
    assert (len(reports), len(problems)) == (0, 1)


@pytest.mark.parametrize("unit", ["Two men were hurt. ", "word", "\n", "a\n", ".\n\n", "[(", "By A ", "1/2/", "«x» - "])
def test_ten_megabytes(tmp_path: Path, unit: str) -> None:
    size = 10_000_000 if unit == "Two men were hurt. " else 300_000
    path = put(tmp_path / "a.txt", unit * (size // len(unit)))
    begun = time.process_time()
    reports, problems = read(path)
    assert reports or problems
    assert time.process_time() - begun < 15


def test_import_is_light() -> None:
    code = "import sys, reportedly.read; print([m for m in ('trafilatura', 'spacy', 'lxml') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert done.stdout.strip() == "[]"

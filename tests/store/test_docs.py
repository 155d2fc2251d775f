"""The page on the store names every table and column, and its queries run."""

from __future__ import annotations

import re
from pathlib import Path

from reportedly.store import open_store

from .make import report, run

PAGE = (Path(__file__).parents[2] / "docs" / "store.md").read_text(encoding="utf-8")


def test_every_table_and_column_is_told(tmp_path: Path) -> None:
    run(tmp_path / "a.db", [report(1)])
    told = {row.split("`")[1]: set(re.findall(r"`(\w+)`", row)) for row in PAGE.splitlines() if row.startswith("| `")}
    with open_store(tmp_path / "a.db") as store:
        tables = list(
            store.rows(
                "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE '%fts_%'"
            )
        )
        for name, kind in tables:
            columns = {row[0] for row in store.rows("SELECT name FROM pragma_table_info(?)", (name,))}
            assert name in told
            assert kind == "view" or columns <= told[name], columns - told[name]
        for query in re.findall(r"```sql\n(.*?)```", PAGE, flags=re.DOTALL):
            list(store.rows(query))

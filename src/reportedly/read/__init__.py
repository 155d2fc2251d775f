"""Read files into reports: split pages, mark clutter, find outlet, day and language."""

from reportedly.read.options import ColumnNames, ReadOptions
from reportedly.read.reader import page_text, read_paths

__all__ = ["ColumnNames", "ReadOptions", "page_text", "read_paths"]

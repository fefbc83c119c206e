"""The parts inside a workbook file, read under limits.

The limits come from 3,267 real workbooks: the largest had 1,033 parts, 57 MB in one part, 60 MB in all, and squeezed
no part above 1 MB more than 121 times.
"""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import unquote
from zipfile import ZipFile, ZipInfo

from review_kit.errors import RegisterError
from review_kit.excel.markup import Listener, XmlError, as_utf8, scan

MOST_PARTS = 10_000
LARGEST_PART = 256 << 20
LARGEST_WHOLE = 512 << 20
LARGEST_FILE = 256 << 20
SQUEEZED_MOST = 300
SQUEEZE_COUNTS_ABOVE = 1 << 20

# What the standard library raises on a file that is broken or made to break it.
_ZIP_ERRORS = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, NotImplementedError, RuntimeError,
    ValueError, IndexError,
)


class Parts(Protocol):
    """What reads parts by name: a package as it stands, or one with changes on top."""

    @property
    def name(self) -> str:
        """The file's name, for messages."""

    def has(self, part: str) -> bool:
        """Whether there is such a part."""

    def read(self, part: str) -> bytes:
        """A part's bytes."""


@dataclass(frozen=True)
class Package:
    """A workbook file in memory. Part names are compared without case, as the standard says."""

    name: str
    data: bytes
    archive: ZipFile
    entries: tuple[ZipInfo, ...]
    by_name: Mapping[str, ZipInfo]

    def entry(self, part: str) -> ZipInfo | None:
        """The entry of a part, whatever its case; some writers escape the names, some do not."""
        return self.by_name.get(folded(part)) or self.by_name.get(folded(unquote(part)))

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return self.entry(part) is not None

    def read(self, part: str) -> bytes:
        """A part's bytes, as they are.

        Raises:
            RegisterError: no such part, or it is damaged or larger than the file says.
        """
        entry = self.entry(part)
        if entry is None:
            raise damaged(self.name, f"its part {part} is missing")
        return self.inflate(entry)

    def inflate(self, entry: ZipInfo) -> bytes:
        """The bytes of one entry, never more than the limit whatever the entry says of itself."""
        try:
            with self.archive.open(entry) as stream:
                data = stream.read(LARGEST_PART + 1)
        except _ZIP_ERRORS as error:
            raise damaged(self.name, f"its part {entry.filename} cannot be unpacked") from error
        if len(data) > LARGEST_PART:
            raise too_large(self.name)
        return data


def damaged(name: str, why: str) -> RegisterError:
    """The error for a file that Excel itself would want to repair."""
    return RegisterError(
        f"{name} is damaged: {why}. Open it in Excel, let Excel repair it, save it under a new name and use that file; "
        "or go back to an earlier version.",
    )


def too_large(name: str) -> RegisterError:
    """The error for a file that unpacks to more than any register needs."""
    return RegisterError(
        f"{name} unpacks to far more than a register needs, which can be an attack, so it was not opened. "
        "Copy the sheets that matter into a new workbook and use that one.",
    )


def folded(part: str) -> str:
    """A part's name for comparing: some writers use backslashes, a leading slash or other case."""
    return part.replace("\\", "/").lstrip("/").lower()


def package_of(name: str, data: bytes) -> Package:
    """The package in these bytes, its limits checked before anything is unpacked.

    Raises:
        RegisterError: damaged, too large, or made to mislead.
    """
    try:
        archive = ZipFile(io.BytesIO(data))
    except _ZIP_ERRORS as error:
        raise damaged(name, "it was cut short or altered on its way") from error
    entries = tuple(archive.infolist())
    _guard(name, entries)
    by_name: dict[str, ZipInfo] = {}
    for entry in entries:
        if by_name.setdefault(folded(entry.filename), entry) is not entry:
            raise damaged(name, f"it holds two parts named {entry.filename}")
    return Package(name, data, archive, entries, by_name)


def _guard(name: str, entries: tuple[ZipInfo, ...]) -> None:
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        raise too_large(name)
    for entry in entries:
        squeezed = entry.file_size / max(1, entry.compress_size)
        if entry.file_size > LARGEST_PART or (entry.file_size > SQUEEZE_COUNTS_ABOVE and squeezed > SQUEEZED_MOST):
            raise too_large(name)
        if entry.flag_bits & 1:
            raise RegisterError(
                f"{name} is locked with a password. Open it in Excel, remove the password (File, Info, Protect "
                "Workbook) and save it.",
            )


def scan_part(parts: Parts, part: str, listener: Listener) -> None:
    """Read one XML part from end to end.

    Raises:
        RegisterError: missing, damaged, or not XML that we read; the message names file and part.
    """
    data = parts.read(part)
    try:
        scan(as_utf8(data), listener)
    except XmlError as error:
        raise damaged(parts.name, f"its part {part} cannot be read, {error}") from error

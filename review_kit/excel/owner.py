"""Who has a workbook open, from the small files that Excel and LibreOffice leave beside it.

A stale one stays behind after a crash, so it is a hint for a message. Only replacing the person's own file waits
for it, and says how to take a stale one away.
"""

import re
import struct
from pathlib import Path

# Excel's owner file is 165 bytes: a length, the name in the system's code page padded to 54, then at byte 55 the
# length and at byte 57 the name again in UTF-16. Checked against one that was committed to ClosedXML's repository.
_LENGTH_AT = 55
_NAME_AT = 57
_LONGEST_NAME = 54


def owner_of(path: str | Path) -> str:
    """The person who has the workbook open, '' when nothing tells."""
    path = Path(path)
    return _excel_owner(path.with_name(f"~${path.name}")) or _libreoffice_owner(path.with_name(f".~lock.{path.name}#"))


def _excel_owner(owner_file: Path) -> str:
    data = _read(owner_file)
    if len(data) >= _NAME_AT:
        (length,) = struct.unpack_from("<H", data, _LENGTH_AT)
        wide = data[_NAME_AT:_NAME_AT + 2 * min(length, _LONGEST_NAME)].decode("utf-16-le", errors="ignore")
        if name := _cleaned(wide):
            return name
    return _cleaned(data[1:1 + min(data[0], _LONGEST_NAME)].decode("cp1252", errors="ignore")) if data else ""


def _libreoffice_owner(lock_file: Path) -> str:
    """The full name if one is set in LibreOffice, else the name of the account."""
    text = _read(lock_file).decode("utf-8", errors="replace")
    fields = [_cleaned(part.replace("\\", "")) for part in re.split(r"(?<!\\),", text)]
    return next((part for part in fields[:2] if part), "")


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(4096)
    except (OSError, ValueError):
        return b""


def _cleaned(name: str) -> str:
    return " ".join(re.sub(r"[^\w .,'()@/-]", " ", name).split())[:_LONGEST_NAME]

"""From a path to a package, or to one plain sentence of why not."""

import stat
from pathlib import Path

from review_kit.errors import BusyError, RegisterError
from review_kit.excel.owner import owner_of
from review_kit.excel.package import LARGEST_FILE, Package, folded, package_of, too_large

# The first bytes of Microsoft's container of the 1990s: old .xls files, and new ones with a password.
_OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = "Open it in Excel, choose Save As, Excel Workbook (.xlsx), and use that file."
_NUMBERS = "is an Apple Numbers file. Open it in Numbers, choose File, Export To, Excel, and use that file."
_FOREIGN_ENTRIES = {
    "xl/workbook.bin": f"is an Excel binary workbook (.xlsb). {_SAVE_AS}",
    "word/document.xml": "is a Word document. To make a register from it, use the import of the kit.",
    "ppt/presentation.xml": "is a PowerPoint presentation. Choose the workbook that holds the register.",
    "index/document.iwa": _NUMBERS,
    "index.zip": _NUMBERS,
}


def read_bytes(path: Path) -> bytes:
    """The whole file, read once and closed: an open handle would keep others from saving it.

    Raises:
        RegisterError: no such file, a folder, an empty or far too large file.
        BusyError: another program holds it, or we may not read it.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise RegisterError(f"{path} is a folder. Choose the workbook inside it, such as offer_register.xlsx.")
        if found.st_size > LARGEST_FILE:
            raise too_large(path.name)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise RegisterError(
            f"There is no file {path}. Check its name and folder, or start from a copy of the register.",
        ) from error
    except PermissionError as error:
        raise busy(path) from error
    except (OSError, ValueError) as error:
        raise RegisterError(
            f"{path} cannot be read ({_reason(error)}). Copy it to this computer and use the copy.",
        ) from error
    if not data:
        raise RegisterError(f"{path.name} is empty. Use an earlier version of it, or the backup kept beside it.")
    return data


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return "its name is not one that this computer can use"


def busy(path: Path) -> BusyError:
    """The error for a file that another program or person holds, named where the owner file tells."""
    owner = owner_of(path)
    if owner:
        return BusyError(f"{path.name} is open by {owner}. Ask them to close it, then run this step again.")
    return BusyError(
        f"{path.name} could not be used: another program may have it open, or you may not have the right to it. "
        "Close it in Excel, then run this step again.",
    )


def open_package(path: Path) -> Package:
    """The package of an .xlsx or .xlsm file.

    Raises:
        RegisterError: missing, empty, damaged, dangerous, or not such a file; the sentence says what to do.
        BusyError: another program holds it.
    """
    return package_from(path.name, read_bytes(path))


def package_from(name: str, data: bytes) -> Package:
    """The package in these bytes; `name` is what messages call it.

    Raises:
        RegisterError: as `open_package`.
    """
    if data.startswith(_OLD_CONTAINER):
        raise RegisterError(f"{name} {_old_container(data)}")
    if not data.startswith(b"PK"):
        raise RegisterError(f"{name} {_not_a_package(name, data)}")
    package = package_of(name, data)
    if foreign := _foreign(package):
        raise RegisterError(f"{name} {foreign}")
    return package


def _old_container(data: bytes) -> str:
    if _LOCKED in data:
        return (
            "is locked with a password. Open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt "
            "with Password) and save it."
        )
    return f"is in the format of Excel 97-2003 (.xls). {_SAVE_AS}"


def _not_a_package(name: str, data: bytes) -> str:
    if name.startswith("~$"):
        return "is only the mark that Excel leaves while a workbook is open. Choose the workbook itself."
    if data.startswith(b"%PDF"):
        return "is a PDF. Choose the workbook that holds the register."
    if b"\0" not in data[:4096] and name.lower().endswith((".csv", ".txt", ".tsv")):
        return f"is a plain text table (CSV), which keeps no links and no formats. {_SAVE_AS}"
    return "is not an Excel workbook, whatever its name says. Choose the .xlsx file that holds the register."


def _foreign(package: Package) -> str:
    """What the file is when it is not a workbook, '' when it may be one."""
    for part, words in _FOREIGN_ENTRIES.items():
        if package.has(part):
            return words
    if package.has("mimetype") and b"opendocument" in package.read("mimetype"):
        return f"is an OpenDocument file (.ods). {_SAVE_AS}"
    if not any(folded(entry.filename) == "[content_types].xml" for entry in package.entries):
        return "is not an Excel workbook, whatever its name says. Choose the .xlsx file that holds the register."
    return ""

"""A draft as the bytes of a file.

Each part that did not change keeps its compressed bytes, its date and its place in the order. The headers around them
are written anew (PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16), because the standard library can only copy parts by
unpacking them.
"""

import struct
import zlib
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZipInfo

from review_kit.excel.draft import Draft
from review_kit.excel.package import damaged

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_UTF8 = 0x800
_DEFLATE_OPTIONS = 0x6
_VERSION = 20
_NEW_PART_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Packed:
    """One part, compressed. `info` tells its name, date and rights."""

    info: ZipInfo
    method: int
    flags: int
    crc: int
    size: int
    data: bytes


def repacked(draft: Draft) -> bytes:
    """The bytes of the file that a draft describes.

    Raises:
        RegisterError: the package is damaged in a way that reading did not show.
    """
    packed = [_old(draft, info) for info in draft.package.entries]
    packed += [_new(ZipInfo(name, _NEW_PART_DATE), data) for name, data in draft.added.items()]
    pieces, directory, at = [], [], 0
    for part in packed:
        name = _name(part)
        piece = _local(part, name) + part.data
        directory.append(_central(part, name, at))
        pieces.append(piece)
        at += len(piece)
    whole = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(packed), len(packed), len(whole), at, 0)
    return b"".join([*pieces, whole, end])


def _old(draft: Draft, info: ZipInfo) -> _Packed:
    if info.filename in draft.changed:
        return _new(info, draft.changed[info.filename])
    data = draft.package.data
    header = data[info.header_offset:info.header_offset + _LOCAL.size]
    if len(header) < _LOCAL.size:
        raise damaged(draft.name, f"its part {info.filename} is cut short")
    *_, name_length, extra_length = _LOCAL.unpack(header)
    start = info.header_offset + _LOCAL.size + name_length + extra_length
    flags = info.flag_bits & (_UTF8 | _DEFLATE_OPTIONS)
    return _Packed(info, info.compress_type, flags, info.CRC, info.file_size, data[start:start + info.compress_size])


def _new(info: ZipInfo, data: bytes) -> _Packed:
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    squeezed = packer.compress(data) + packer.flush()
    return _Packed(info, ZIP_DEFLATED, info.flag_bits & _UTF8, zlib.crc32(data), len(data), squeezed)


def _name(part: _Packed) -> bytes:
    return part.info.orig_filename.encode("utf-8" if part.flags & _UTF8 else "cp437")


def _moment(info: ZipInfo) -> tuple[int, int]:
    """Time and day as MS-DOS packs them."""
    year, month, day, hour, minute, second = info.date_time
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day


def _local(part: _Packed, name: bytes) -> bytes:
    time, day = _moment(part.info)
    version = max(_VERSION, part.info.extract_version)
    return _LOCAL.pack(
        b"PK\x03\x04", version, part.flags, part.method, time, day, part.crc, len(part.data), part.size, len(name), 0,
    ) + name


def _central(part: _Packed, name: bytes, at: int) -> bytes:
    time, day = _moment(part.info)
    info = part.info
    version = max(_VERSION, info.extract_version)
    made_by = info.create_system << 8 | max(_VERSION, info.create_version)
    return _CENTRAL.pack(
        b"PK\x01\x02", made_by, version, part.flags, part.method, time, day, part.crc, len(part.data), part.size,
        len(name), 0, len(info.comment), 0, info.internal_attr & 0xFFFF, info.external_attr, at,
    ) + name + info.comment

"""The icon in the forms that Windows and macOS want: both are boxes around pictures in PNG."""

import struct

ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
# What macOS calls each; the second of a size is for screens with twice the points.
ICNS_KINDS = (
    (b"icp4", 16),
    (b"icp5", 32),
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic08", 256),
    (b"ic13", 256),
    (b"ic09", 512),
    (b"ic14", 512),
    (b"ic10", 1024),
)
ICNS_SIZES = tuple(sorted({size for _, size in ICNS_KINDS}))


def ico(pictures):
    """For Windows; `pictures` are PNGs by their size, none larger than 256."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(header) + 16 * len(pictures)
    entries = b""
    for size, png in sorted(pictures.items()):
        # One byte for the size, in which 0 means 256.
        edge = size % 256
        entries += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return header + entries + b"".join(png for _, png in sorted(pictures.items()))


def icns(pictures):
    """For macOS; `pictures` are PNGs by their size, all of ICNS_SIZES."""
    chunks = [(kind, pictures[size]) for kind, size in ICNS_KINDS]
    body = b"".join(kind + struct.pack(">I", len(png) + 8) + png for kind, png in chunks)
    return b"icns" + struct.pack(">I", len(body) + 8) + body

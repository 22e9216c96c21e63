"""Pictures as strangers send them: with everything a camera writes, larger than they look, or no pictures at all."""

import struct
import zlib
from io import BytesIO

from PIL import Image, PngImagePlugin

SECRET = b"SECRET-OF-THE-CAMERA"
RED, BLUE = (220, 30, 30), (30, 30, 220)


def camera_exif(orientation: int = 1) -> Image.Exif:
    """A description, a place and how the camera was held."""
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif[0x0112] = orientation
    exif.get_ifd(0x8825).update({1: "N", 2: (40.0, 56.0, 7.0), 3: "W", 4: (74.0, 14.0, 11.0), 29: SECRET.decode()})
    return exif


def marked_corner(width: int = 64, height: int = 32) -> Image.Image:
    """A blue picture whose stored top left corner is red."""
    picture = Image.new("RGB", (width, height), BLUE)
    picture.paste(RED, (0, 0, width // 4, height // 4))
    return picture


def photo(kind: str, orientation: int = 1, size: tuple[int, int] = (64, 32)) -> bytes:
    """A picture with EXIF, GPS, XMP, a color profile and, where the format knows one, a comment."""
    extra: dict[str, object] = {"exif": camera_exif(orientation), "icc_profile": SECRET, "xmp": SECRET}
    if kind == "JPEG":
        extra |= {"comment": SECRET, "quality": 95}
    if kind == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Comment", SECRET.decode())
        notes.add_itxt("XML:com.adobe.xmp", SECRET.decode())
        extra = {"exif": camera_exif(orientation), "icc_profile": SECRET, "pnginfo": notes}
    if kind == "WEBP":
        extra["lossless"] = True
    held = BytesIO()
    marked_corner(*size).save(held, kind, **extra)
    return held.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *chunks: bytes) -> bytes:
    """A black and white PNG of that size; its pixels are there only as far as `chunks` hold them."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + chunk(b"IEND", b"")


def png_bomb(side: int) -> bytes:
    """A whole PNG of side x side pixels, all of one color: a few kB that unpack to many MB."""
    row = bytes(side // 8 + 2)
    packer = zlib.compressobj(9)
    pixels = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    return png(side, side, chunk(b"IDAT", pixels))


def text_bomb() -> bytes:
    """A tiny PNG with a compressed note of 80 MB."""
    note = b"Comment\0\0" + zlib.compress(bytes(80_000_000), 9)
    return png(8, 8, chunk(b"zTXt", note), chunk(b"IDAT", zlib.compress(bytes(16))))


def profile_bomb() -> bytes:
    """A tiny PNG with a compressed color profile of 80 MB."""
    profile = b"Profile\0\0" + zlib.compress(bytes(80_000_000), 9)
    return png(8, 8, chunk(b"iCCP", profile), chunk(b"IDAT", zlib.compress(bytes(16))))


def jpeg_bomb() -> bytes:
    """A small JPEG whose header claims 65,000 x 65,000 pixels."""
    held = BytesIO()
    Image.new("L", (16, 16)).save(held, "JPEG")
    content = held.getvalue()
    at = content.index(b"\xff\xc0") + 5
    return content[:at] + struct.pack(">HH", 65000, 65000) + content[at + 4 :]


def webp_bomb() -> bytes:
    """A small WebP whose header claims 16,383 x 16,383 pixels."""
    held = BytesIO()
    Image.new("RGB", (16, 16)).save(held, "WEBP", lossless=True)
    content = held.getvalue()
    at = content.index(b"VP8L") + 9
    return content[:at] + struct.pack("<I", 16382 | 16382 << 14) + content[at + 4 :]


BOMBS = {
    "png-13000": lambda: png_bomb(13_000),
    "png-claims-60000": lambda: png(60_000, 60_000, chunk(b"IDAT", zlib.compress(bytes(100)))),
    "png-one-row": lambda: png(2_000_000_000, 1, chunk(b"IDAT", zlib.compress(bytes(100)))),
    "png-note": text_bomb,
    "png-profile": profile_bomb,
    "jpeg": jpeg_bomb,
    "webp": webp_bomb,
}

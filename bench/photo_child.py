"""One round about a photo: `python -m bench.child photo_child speed`."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import process_time

from PIL import Image, ImageOps

from bench.measure import in_turn
from programs.photos import LONGEST, QUALITY, clean_photo

SIZE = (4000, 3000)
TURNED = 6
"""EXIF 0x0112: held upright, as most phones are."""
PHOTOS = 5


def main(which: str) -> dict[str, float]:
    """The figures of one round: seconds of work for both ways, or how far one of them raises the peak, in MiB."""
    data = phone_photo()
    if which == "speed":
        clean_photo(data)
        return in_turn({"ours": lambda: clean_photo(data), "yardstick": lambda: naive(data)}, PHOTOS, process_time)
    return {"mib": growth(naive if which == "naive-memory" else clean_photo, data)}


def phone_photo() -> bytes:
    """Soft shapes under fine grain: about as hard to decode as what a camera sees."""
    soft = [Image.effect_noise((80, 60), spread).resize(SIZE, Image.Resampling.BICUBIC) for spread in (60, 50, 40)]
    grain = Image.effect_noise(SIZE, 14)
    picture = Image.blend(Image.merge("RGB", soft), grain.convert("RGB"), 0.3)
    exif = Image.Exif()
    exif[0x0112] = TURNED
    held = BytesIO()
    picture.save(held, "JPEG", quality=90, exif=exif)
    return held.getvalue()


def naive(data: bytes) -> bytes:
    """What comes to mind first: decode, turn, make small, save."""
    picture = ImageOps.exif_transpose(Image.open(BytesIO(data)))
    scale = LONGEST / max(picture.size)
    size = round(picture.width * scale), round(picture.height * scale)
    held = BytesIO()
    picture.resize(size, Image.Resampling.LANCZOS).save(held, "JPEG", quality=QUALITY)
    return held.getvalue()


def growth(work: Callable[[bytes], object], data: bytes) -> float:
    """How far the peak of this process rises; making the photo took more, so the mark is set back first."""
    Path("/proc/self/clear_refs").write_text("5")
    before = _peak_mib()
    work(data)
    return _peak_mib() - before


def _peak_mib() -> float:
    status = Path("/proc/self/status").read_text()
    kib = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(kib) / 1024

"""T7: a picture that unpacks to more than it seems is refused before a pixel is read: fast, and in little memory."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from programs.letterhead import MOST_BYTES, MOST_PIXELS, LogoError, clean_picture
from tests.security.pictures import BOMBS

ROOT = Path(__file__).parents[2]
# The high-water mark of this program alone: what a parent used is not counted, as it is in getrusage.
REFUSE = """
import json, sys, time
from io import BytesIO
from pathlib import Path
from PIL import Image
from programs.letterhead import LogoError, clean_picture
def peak():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
small = BytesIO()
Image.new("RGB", (8, 8)).save(small, "PNG")
clean_picture(small.getvalue())
found = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    content, before, began = path.read_bytes(), peak(), time.process_time()
    try:
        clean_picture(content)
    except LogoError as error:
        found[path.name] = {"said": str(error), "s": time.process_time() - began, "kb": peak() - before}
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def refused(tmp_path_factory):
    """Each bomb's end, in a program of its own: what was said, seconds of work and kB of growth."""
    folder = tmp_path_factory.mktemp("bombs")
    for name, make in BOMBS.items():
        (folder / name).write_bytes(make())
    command = [sys.executable, "-c", REFUSE, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_small_on_the_wire(name):
    assert len(BOMBS[name]()) < 200_000


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_with_words(refused, name):
    assert "picture" in refused[name]["said"]


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_little(refused, name):
    assert refused[name]["s"] < 0.2
    assert refused[name]["kb"] < 50_000


def test_a_file_too_large_is_refused_unread():
    with pytest.raises(LogoError, match="8 MB"):
        clean_picture(bytes(MOST_BYTES + 1))


def test_the_largest_picture_that_is_taken_is_taken():
    held = BytesIO()
    Image.new("1", (5000, MOST_PIXELS // 5000)).save(held, "PNG")

    assert clean_picture(held.getvalue()).startswith(b"\x89PNG")

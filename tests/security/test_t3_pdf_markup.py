"""T3: nothing typed by a stranger is ever markup on a sheet; it is shown as it was typed.

Each payload is drawn in a process with little memory and an alarm: an image that never ends, or a word that never
breaks, would end the process.
"""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from programs.pdf.text import clean
from tests.programs.plans import squeezed, texts

ROOT = Path(__file__).parents[2]
PAYLOADS = [
    '<img src="/dev/zero"/>',
    '<img src="/etc/hostname" width="10" height="10"/>',
    '<img src="static/figures/exercises/secret.png"/>',
    '<img src="file:///etc/passwd"/>',
    '<img src="http://127.0.0.1/x.png"/>',
    '<img src="data:image/png;base64,AAAA"/>',
    '<a href="javascript:alert(1)">tap</a>',
    '<a href="http://127.0.0.1/">tap</a>',
    '<link href="file:///etc/passwd">tap</link>',
    "<b>Bob",
    "Bob</para>",
    "</b></i></u>Bob",
    '<font name="Nope" size="999">Bob</font>',
    '<onDraw name="x" label="y"/>',
    '<para><seq id="x"/></para>',
    "<!-- Bob -->",
    "&lt;b&gt; &amp;amp; &#60;script&#62;",
    "&undefined; &#x0; &#99999999;",
    "{name} {0} %s %(x)s {{ 7*7 }}",
    "A" * 500,
    "Bo\x00b\x07\x1b[31m \x7f",
    "\u202egnp.exe\u2066 \u200bBob\ufeff",
    ") Tj ET Q /Im1 Do BT (",
    "e\u0301" * 60,
]
DRAW = """
import json, resource, signal, sys
from programs.pdf.pack import warm_up
from programs.sheets.order import Item, Kind, Who
from tests.programs.plans import renamed, sheet
from tests.programs.runners import plan_for
payloads = json.load(sys.stdin)
warm_up()
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
for number, payload in enumerate(payloads):
    signal.alarm(5)
    drawn = sheet(renamed(plan_for(), payload), who=Who(payload, "ITB-7F3K-Q2"), items=(Item(Kind.STAGE, 1),))
    open(f"{sys.argv[1]}/{number}.pdf", "wb").write(drawn)
"""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sheets")
    command = [sys.executable, "-c", DRAW, str(folder)]
    subprocess.run(command, cwd=ROOT, input=json.dumps(PAYLOADS), text=True, check=True, timeout=60)
    return {payload: (folder / f"{number}.pdf").read_bytes() for number, payload in enumerate(PAYLOADS)}


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_a_payload_is_shown_as_it_was_typed(drawn, payload):
    assert squeezed(clean(payload)) in squeezed("".join(texts(drawn[payload])))


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_a_payload_makes_no_link_and_no_image(drawn, payload):
    reader = PdfReader(BytesIO(drawn[payload]))

    assert not [page for page in reader.pages if "/Annots" in page or page.images]
    assert not [word for word in (b"/URI", b"/JavaScript", b"/Launch") if word in drawn[payload]]


def test_a_huge_word_is_cut_and_its_cut_is_seen(drawn):
    assert clean("A" * 100_000).endswith("…")
    assert len(clean("A" * 100_000)) == 600

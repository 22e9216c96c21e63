"""The workshop of the pictures: one small person, posed by numbers, drawn as clean lines. The site never imports it.

`make figures` (or `python -m programs.figures`) draws what changed, then a contact sheet of all pictures to look at.
`--all` draws everything, `--only hip-hike` what begins so, `--into FOLDER` somewhere else to look first, and `--check`
only says what is stale; it alone needs no NumPy. All else needs the extra `figures`.

To change a picture, change its numbers in `album/`; `pose.py` and `picture.py` say what each number means. For a new
one, add an entry to a page of `album/` and name it in `programs/content/`. Then draw, and look at it at 1500 px and as
wide as 40 mm on paper. `manifest.toml` keeps for each file a hash of its numbers, the working side and the alt text:
a test names what was changed but not drawn. After a change in `drawing/` that changes lines, raise `GENERATOR` in
`fingerprint.py`: then everything is drawn anew.

Right and left: a front view shows a mirror. The leg at the viewer's left is the runner's left leg, though it is the
drawn person's right one. Everywhere else left is the drawn person's left. No picture holds words, ticks or crosses:
they would be mirrored with it. The same machine draws the same bytes; another processor may fit a curve differently.
"""

"""Bounds that a page and the staff's own window must agree on."""

from typing import Final

MOST_IN_A_PACK: Final = 120
"""Self-checks whose sheets are printed in one file."""

"""Rounds of the crowd, SQLite and PostgreSQL in turn. Runs where DATABASE_URL names PostgreSQL, or nothing."""

import json
import os
import sys

from bench.measure import ROUNDS, fresh, gathered

CHILD = ("bench.child", "crowd_child")


def main(sqlite: str) -> dict[str, float]:
    """Median figures; those of PostgreSQL only where there is one."""
    addresses = {"sqlite": sqlite}
    if postgres := os.environ.get("DATABASE_URL"):
        addresses["postgres"] = postgres
    rows: list[dict[str, float]] = []
    for _ in range(ROUNDS):
        row: dict[str, float] = {}
        for kind, address in addresses.items():
            found = fresh(*CHILD, "submit", DATABASE_URL=address)
            row |= {f"{kind} {name}": value for name, value in found.items()}
        rows.append(row)
    refused = {"sqlite refused": sum(row["sqlite refused"] for row in rows)}
    return gathered(rows) | refused | fresh(*CHILD, "change", DATABASE_URL=sqlite)


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))

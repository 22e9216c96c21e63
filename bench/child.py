"""One round in a fresh process that has the site loaded: `python -m bench.child step_child`; prints JSON."""

import importlib
import json
import sys

import django

if __name__ == "__main__":
    django.setup()
    print(json.dumps(importlib.import_module(f"bench.{sys.argv[1]}").main(*sys.argv[2:])))

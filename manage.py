#!/usr/bin/env python3
"""The command line of the site."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.umask(0o077)  # the database, its backups and the key are their owner's alone
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "itbcare.settings")
    execute_from_command_line(sys.argv)

"""Upgrading: newer packages, all that was recorded on the old ones anew, and a report in words.

`ranges` moves pyproject.toml, `install` makes the lock and the environment, `column` gives the
ledger its release, `written` tells what has changed since the commit that the upgrade began at.
"""

"""Checks a site whose every code block is a program that ran.

Data goes one way, and each folder is a station on it: `runner` runs programs, `pages` judges what
shows them, `labs` and `ledger` are two kinds of pages made from runs, `site` hands all of it to
MkDocs. `check.py` puts the stations in order; `config.py` reads what a project sets.
"""

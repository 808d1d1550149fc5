"""The watch: what the next releases of packages change on the site, in one report.

`trial.py` makes an environment with newer packages and checks the project there, `audit.py` asks
for known vulnerabilities, `written.py` writes the report, and `python -m tools.watch` does all.
"""

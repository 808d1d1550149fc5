"""The ledger: the claims of a chapter, and the verdict of each on each measured release.

A *claim* is a program of the ledger's folder. Its last line of output is its *verdict*, the lines
before are its evidence. All that was measured stands in one data file, a row for each claim on each
*release*. `claims`, `rows` and `releases` read what there is, `rules` judges it, `measure`
makes new rows, `markers` puts verdicts into pages.
"""

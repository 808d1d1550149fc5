"""Statements: what pages and labs say, what proves it, and the recorded pairs of the two.

`marks` reads them, `sources` the file of sources; `evidence` finds what a mark names; `pairs`
keeps both side by side; `rules` judges; `account` counts; `links` asks the network.
"""

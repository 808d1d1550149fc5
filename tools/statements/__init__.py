"""Statements: what the pages say, what proves it, and the recorded pairs of the two.

`marks` reads pages, `sources` the file of sources; `evidence` finds what a mark names; `pairs`
keeps both side by side; `rules` judges; `account` counts; `links` asks the network.
"""

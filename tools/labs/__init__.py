"""Labs: long walks in percent cells. `lab` is what one is and its rules, `notebook` what becomes of
it once it ran, `formulas` the mathematics in its text."""

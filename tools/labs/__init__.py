"""Labs: long walks in percent cells. `lab` is what one is and its rules, `notebook` what becomes of
it once it ran, `colab` its notebook without outputs, `formulas` the mathematics in its text."""

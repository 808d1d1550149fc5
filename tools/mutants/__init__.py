"""Changes programs and pages, one detail at a time, and lists what nobody notices.

A detail of a program that can be changed without a trace in its output is one that no reader has to
believe: either the program prints too little, or the detail says nothing. `python -m tools.mutants`
makes hundreds of such changes. Read `changes`, `trial`, `on_pages`, `__main__` in this order.

Written by hand because the kept tools do not fit a script whose output is compared. mutmut changes
only what is inside functions, for pytest; cosmic-ray writes over the file itself and starts a
command for each change, so each would import TensorFlow anew. Neither exchanges an argument for
another valid one: what they write instead of a string or an argument fails at once.
"""

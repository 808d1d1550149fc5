"""Watches the Python processes that a program starts: Python imports this module at its start.

`tools.runner.child` puts this folder on the `PYTHONPATH` of what a program starts.
"""

import json
import os
import runpy
from pathlib import Path

if "CHECK_WATCH" in os.environ:
    sandbox = runpy.run_path(str(Path(__file__).parents[1] / "sandbox.py"))
    sandbox["Watch"](*json.loads(os.environ["CHECK_WATCH"])).start()

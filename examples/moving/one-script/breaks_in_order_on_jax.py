import os

os.environ["KERAS_BACKEND"] = "jax"
import runpy
from pathlib import Path

runpy.run_path(str(Path(__file__).with_name("breaks_in_order.py")))

import os
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"  # the default
sys.modules["tensorflow"] = None  # as if it were not installed

try:
    import keras

    print("imported", keras.__name__)
except ImportError as error:
    print(f"{type(error).__name__}: {error}")

import keras
import numpy as np

inputs = keras.Input((3,))
for name, function in ("np.exp", np.exp), ("float", float):
    try:
        function(inputs)
    except ValueError as error:
        print(f"{name}(inputs)")
        for sentence in f"{type(error).__name__}: {error}".split(". "):
            print(f"  {sentence}")

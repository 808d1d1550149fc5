import keras
import numpy as np

inputs = keras.Input((3,))
for name, function in ("np.exp", np.exp), ("float", float):
    try:
        function(inputs)
    except ValueError as error:
        print(f"{name}(inputs)")
        told = str(error).replace(". ", ".\n  ")
        print(f"  {type(error).__name__}: {told}")

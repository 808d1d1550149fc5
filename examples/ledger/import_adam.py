# claim: from keras.optimizers import Adam works
# section: 3.2
from importlib.util import find_spec

if not find_spec("keras"):
    print("verdict: not applicable")
    raise SystemExit

import keras.optimizers

try:
    from keras.optimizers import Adam
except ImportError as error:
    print(str(error).partition(" (")[0])
    print("verdict: does not hold")
    raise SystemExit

name = type(Adam(0.25)).__name__
print(f"keras.optimizers gives {name}")
holds = name == "Adam" and Adam is keras.optimizers.Adam
print("verdict:", "holds" if holds else "does not hold")

# claim: TensorFlow's requirements admit any newer Keras
# section: 3.2
import re
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

from pathlib import Path

import keras
import tensorflow as tf

version = tf.__version__.replace("-", "")  # 2.1.0-rc0: pip's 2.1.0rc0
pattern = f"tensorflow*-{version}.dist-info/METADATA"
file = next(Path(tf.__file__).parents[1].glob(pattern))
text = file.read_text(encoding="utf-8")
required = re.findall(r"^Requires-Dist: ([^\s;]+ ?[^\s;]*)", text, re.M)
numpy = next(one for one in required if one.startswith("numpy"))
keras_name = re.compile(r"keras(-nightly)?\b[^-]")
named = [one for one in required if keras_name.match(one)]
print(f"TensorFlow {tf.__version__} beside Keras {keras.__version__}")
print(f"TensorFlow requires {numpy} and", *named or ["no Keras"])
closed = any(re.search("<|~=|==", one) for one in named)
print("verdict:", "does not hold" if closed else "holds")

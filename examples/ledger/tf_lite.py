# claim: tf.lite converts a function and runs it
# section: 3.2
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

if not hasattr(tf, "lite"):
    print(f"no tf.lite; tf.contrib.lite: {hasattr(tf.contrib, 'lite')}")
    print("verdict: does not hold")
    raise SystemExit
Converter = tf.lite.TFLiteConverter
if hasattr(Converter, "from_concrete_functions"):
    triple = tf.function(lambda x: 3 * x)
    traced = triple.get_concrete_function(tf.TensorSpec([2], tf.float32))
    converter = Converter.from_concrete_functions([traced])
else:  # TensorFlow 1
    x = tf.placeholder(tf.float32, [2])
    converter = Converter.from_session(tf.Session(), [x], [3 * x])
lite = tf.lite.Interpreter(model_content=converter.convert())
lite.allocate_tensors()
x = np.array([1, -2], "float32")
lite.set_tensor(lite.get_input_details()[0]["index"], x)
lite.invoke()
y = lite.get_tensor(lite.get_output_details()[0]["index"])
print(f"3 * {x.tolist()}, converted, computes {y.tolist()}")
print("verdict:", "holds" if y.tolist() == [3, -6] else "does not hold")

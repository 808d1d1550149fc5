# claim: tf.lite converts a function and runs it
# section: 3.2
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import tensorflow as tf

if not hasattr(tf, "lite"):
    print(f"no tf.lite; tf.contrib.lite: {hasattr(tf.contrib, 'lite')}")
    print("verdict: does not hold")
    raise SystemExit
Converter = tf.lite.TFLiteConverter
if hasattr(Converter, "from_concrete_functions"):
    triple = tf.function(lambda x: 3 * x)
    traced = triple.get_concrete_function(tf.TensorSpec(2))
    converter = Converter.from_concrete_functions([traced])
else:  # TensorFlow 1
    x = tf.placeholder(tf.float32, [2])
    converter = Converter.from_session(tf.Session(), [x], [3 * x])
lite = tf.lite.Interpreter(model_content=converter.convert())
lite.allocate_tensors()
source, target = lite.get_input_details(), lite.get_output_details()
lite.tensor(source[0]["index"])()[:] = [1, -2]
lite.invoke()
result = lite.get_tensor(target[0]["index"]).tolist()
print(f"3 times 1 and -2, converted: {result}")
print("verdict:", "holds" if result == [3, -6] else "does not hold")

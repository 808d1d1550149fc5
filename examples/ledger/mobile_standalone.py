# claim: TensorFlow Lite converts a model of keras and runs it
# section: 3.2
import keras

if keras.backend.backend() != "tensorflow":
    print("verdict: not applicable")
    raise SystemExit

import tensorflow as tf

if not hasattr(tf, "lite"):
    print(f"no tf.lite; tf.contrib.lite: {hasattr(tf.contrib, 'lite')}")
    print("verdict: does not hold")
    raise SystemExit
unit = keras.layers.Dense(1, kernel_initializer="ones", input_dim=3)
model = keras.models.Sequential([unit])
if hasattr(tf.lite.TFLiteConverter, "from_concrete_functions"):
    f = tf.function(model).get_concrete_function(tf.TensorSpec([1, 3]))
    converter = tf.lite.TFLiteConverter.from_concrete_functions([f])
else:  # TensorFlow 1
    model.save("model.h5")
    converter = tf.lite.TFLiteConverter.from_keras_model_file("model.h5")
lite = tf.lite.Interpreter(model_content=converter.convert())
lite.allocate_tensors()
lite.tensor(lite.get_input_details()[0]["index"])()[:] = [[1, 2, 3]]
lite.invoke()
result = lite.get_tensor(lite.get_output_details()[0]["index"]).item()
print(f"the sum of 1, 2 and 3, converted: {result}")
print("verdict:", "holds" if result == 6 else "does not hold")

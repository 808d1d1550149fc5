import subprocess
import sys

import tensorflow as tf

SERVE = """
import sys
sys.modules["keras"] = None  # from here on, importing Keras is an error
import tensorflow as tf
model = tf.saved_model.load("served")
rows = [1.0, 2.0, 3.0], [3.0, 2.0, 1.0]
print("served       ", [model.serve(tf.constant([row])).numpy().item() for row in rows])
print("Keras modules:", [n for n in sys.modules if n.startswith("keras.")])
"""


class Model(tf.Module):
    def __init__(self):
        self.w1 = tf.Variable([[-2.0, 3.0], [1.0, -1.0], [1.0, -2.0]])
        self.b1, self.b2 = tf.Variable([0.5, 1.0]), tf.Variable([-4.0])
        self.w2 = tf.Variable([[4.0], [2.0]])

    @tf.function(input_signature=[tf.TensorSpec((None, 3))])
    def serve(self, x):
        return tf.nn.relu(x @ self.w1 + self.b1) @ self.w2 + self.b2


model = Model()
x = tf.constant([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])
print("in TensorFlow", model.serve(x).numpy().ravel().tolist(), flush=True)
tf.saved_model.save(model, "served")
subprocess.run([sys.executable, "-c", SERVE], check=True)

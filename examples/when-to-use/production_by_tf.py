import subprocess
import sys
from pathlib import Path

import tensorflow as tf


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
print("in TensorFlow", model.serve(x).numpy().tolist(), flush=True)

tf.saved_model.save(model, "folder")
server = Path(__file__).with_name("served_without_keras.py")
subprocess.run([sys.executable, server, "folder"], check=True)

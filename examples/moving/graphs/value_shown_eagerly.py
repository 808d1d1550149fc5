import sys

import keras
import numpy as np
import tensorflow as tf


class Shown(keras.Model):
    def call(self, x):
        if self.run_eagerly:
            print("  x.numpy():", x.numpy()[0, 0], flush=True)
        tf.print("  tf.print:", x[0, 0], output_stream=sys.stdout)
        return 2 * x


for eager in False, True:
    print(f"run_eagerly={eager}:", flush=True)
    model = Shown()
    model.compile(run_eagerly=eager)
    doubled = model.predict(np.array([[3.5]]), verbose=0)
    print(f"  predicted (eager: {eager}):", doubled[0, 0], flush=True)

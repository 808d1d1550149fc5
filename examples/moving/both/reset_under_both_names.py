import keras
import tf_keras

for family in (tf_keras, keras):

    class Mean(family.metrics.Mean):
        def reset_state(self):
            self.total.assign(5.0)

        reset_states = reset_state  # its name in TensorFlow 2.4

    mean = Mean()
    mean.update_state(2.0)
    mean.reset_state()
    print(f"reset in {family.__name__}: total {float(mean.total)}")

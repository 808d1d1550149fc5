import warnings

import keras
import tf_keras

warnings.simplefilter("ignore")  # tf_keras warns of the old name

for family in (tf_keras, keras):

    class Mean(family.metrics.Mean):
        def reset_states(self):
            self.total.assign(5.0)

    mean = Mean()
    mean.update_state(2.0)
    mean.reset_state()
    print(f"reset in {family.__name__}: total {float(mean.total)}")

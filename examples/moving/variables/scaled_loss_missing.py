import keras
import tf_keras

for package in tf_keras, keras:
    sgd = package.optimizers.SGD(0.1)
    wrapped = package.mixed_precision.LossScaleOptimizer(sgd)
    for name in "get_scaled_loss", "get_unscaled_gradients":
        try:
            found = getattr(wrapped, name).__name__
        except AttributeError as error:
            found = f"{type(error).__name__}: {error}"
        print(f"{package.__name__}: {found}")

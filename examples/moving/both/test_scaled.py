# /// script
# [tool.check]
# long = "the tests of a package, in one file"
# ///
import tempfile

import numpy as np

try:
    from scaled import Pinball, Scaled, keras
except (ImportError, AttributeError) as error:
    print(f"passed 0 of 4: {error}")
    raise SystemExit from None

x = np.array([[1.0, 2.0], [3.0, 4.0]], "float32")


def model_of(layer):
    return keras.Sequential([keras.Input(shape=(2,)), layer])


def layer():
    """the layer divides by the largest input"""
    scaled = Scaled()
    scaled(x, training=True)
    model = model_of(scaled)
    assert np.allclose(model.predict(x, verbose=0), x / 4)
    assert len(model.trainable_weights) == 1
    assert len(model.non_trainable_weights) == 1


def loss():
    """the loss weighs errors by the quantile"""
    assert np.isclose(float(Pinball(0.9)(x, x - 1)), 0.9)
    assert np.isclose(float(Pinball(0.9)(x, x + 1)), 0.1)


def fit():
    """fit learns factors, and the layer sees the largest input"""
    model = model_of(Scaled())
    model.compile(keras.optimizers.SGD(1.0), Pinball(0.9))
    losses = model.fit(x, x, epochs=10, verbose=0).history["loss"]
    assert losses[-1] < losses[0] / 2
    assert model.get_weights()[-1] == 4


def file():
    """a saved model comes back with layer and loss"""
    model = model_of(Scaled())
    model.compile("sgd", Pinball(0.9))
    model(x, training=True)
    with tempfile.TemporaryDirectory() as folder:
        model.save(folder + "/model.keras")
        loaded = keras.models.load_model(folder + "/model.keras")
    assert type(loaded.layers[-1]) is Scaled
    assert type(loaded.loss) is Pinball
    assert loaded.loss.quantile == 0.9
    assert np.allclose(loaded.predict(x, verbose=0), x / 4)


passed = 0
for test in (layer, loss, fit, file):
    try:
        test()
        passed += 1
        print(f"passed: {test.__doc__}")
    except Exception as error:
        problem = f"{type(error).__name__}: {error}".splitlines()[0]
        print(f"failed: {test.__doc__}: {problem}")
print(f"passed {passed} of 4")

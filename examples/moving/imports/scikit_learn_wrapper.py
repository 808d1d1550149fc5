import keras
import numpy as np
from sklearn.base import clone

try:
    from keras.wrappers.scikit_learn import KerasClassifier

    print(KerasClassifier())
except ModuleNotFoundError as error:
    print(f"{type(error).__name__}: {error}")


def compiled(X, y):
    units = keras.layers.Dense(2, "softmax", kernel_initializer="zeros")
    model = keras.Sequential([keras.Input(X.shape[1:]), units])
    model.compile("sgd", "categorical_crossentropy")
    return model


keras.utils.disable_interactive_logging()  # progress shows the time
X, y = np.array([[-2.0], [2.0]]), np.array(["low", "high"])
fit = {"epochs": 5}
one = keras.wrappers.SKLearnClassifier(compiled, fit_kwargs=fit)
print(one.fit(X, y).predict(X), len(one.history_.epoch), "epochs")
for copy in clone(one).fit(X, y), clone(one).fit(X, y, **fit):
    print("of a clone:", len(copy.history_.epoch), "epochs")

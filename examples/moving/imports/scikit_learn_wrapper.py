import keras
import numpy as np
from sklearn.model_selection import cross_validate

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
X, y = np.array([[-2.0], [2.0], [-1.0], [1.0]]), ["low", "high"] * 2
fit = {"epochs": 5}
model = keras.wrappers.SKLearnClassifier(compiled, fit_kwargs=fit)
keep = {"return_estimator": True}
for params in None, fit:
    runs = cross_validate(model, X, y, cv=2, params=params, **keep)
    epochs = [len(each.history_.epoch) for each in runs["estimator"]]
    print(f"params={params}: epochs {epochs}")
model.fit(X, y, epochs=3)
print("fit(X, y, epochs=3): epochs", len(model.history_.epoch))

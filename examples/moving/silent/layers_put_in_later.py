# /// script
# [tool.check]
# long = "six ways to put a layer into an attribute"
# ///
import keras
import tf_keras


def at_once(model, layer):
    model.parts = {"a": {"b": [layer]}}


def append(model, layer):
    model.parts = []
    model.parts.append(layer)


def item_of_a_dict(model, layer):
    model.parts = {}
    model.parts["a"] = layer


def inner_dict(model, layer):
    model.parts = {}
    model.parts["a"] = {}
    model.parts["a"]["b"] = layer


def item_of_a_list(model, layer):
    model.parts = [None]
    model.parts[0] = layer


def setdefault(model, layer):
    model.parts = {}
    model.parts.setdefault("a", layer)


for put in (
    at_once,
    append,
    item_of_a_dict,
    inner_dict,
    item_of_a_list,
    setdefault,
):
    for family in tf_keras, keras:
        model = family.Model()
        put(model, family.layers.Dense(1))
        print(put.__name__, family.__name__, len(model.layers))

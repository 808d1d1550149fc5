# claim: You can drop down from a tf.keras layer to its operations
# section: 3.4
try:
    import tensorflow as tf

    layer = tf.keras.layers.Dense(3, activation="relu")
    traced = tf.function(layer).get_concrete_function(tf.ones((1, 4)))
    kinds = sorted({operation.type for operation in traced.graph.get_operations()})
    print("operations: " + " ".join(kinds))
    verdict = "holds" if "MatMul" in kinds else "not yet"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.function
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")

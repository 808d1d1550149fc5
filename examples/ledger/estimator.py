# claim: tf.estimator is there
# section: 3.1
try:
    import tensorflow as tf

    print(f"tf.estimator offers {tf.estimator.LinearRegressor.__name__}")
    verdict = "holds"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")

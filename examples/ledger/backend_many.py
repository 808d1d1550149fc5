# claim: Standalone Keras can run on several backends
# section: 3.2
import pathlib

try:
    import keras

    backend = "src/backend" if hasattr(keras, "ops") else "backend"
    folder = pathlib.Path(keras.__file__).parent / backend
    names = [path.name.split("_")[0] for path in folder.glob("*")]
    known = ["cntk", "jax", "openvino", "tensorflow", "theano", "torch"]
    engines = [name for name in known if name in names] or ["tensorflow"]
    print(f"engines of Keras {keras.__version__}: {' '.join(engines)}")
    verdict = "holds" if len(engines) > 1 else "no longer"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")

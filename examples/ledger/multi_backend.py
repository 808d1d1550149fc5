# claim: Standalone Keras runs on TensorFlow, Theano and CNTK
# section: 3.1
import pathlib

try:
    import keras

    backend = "src/backend" if hasattr(keras, "ops") else "backend"
    folder = pathlib.Path(keras.__file__).parent / backend
    names = [path.name.split("_")[0] for path in folder.glob("*")]
    known = ["cntk", "jax", "openvino", "tensorflow", "theano", "torch"]
    engines = [name for name in known if name in names] or ["tensorflow"]
    print(f"engines of Keras {keras.__version__}: {' '.join(engines)}")
    early = {"tensorflow", "theano", "cntk"}
    verdict = "holds" if early.issubset(engines) else "no longer"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")

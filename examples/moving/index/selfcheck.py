"""Which TensorFlow and Keras does this Python have, and what to do?

    python selfcheck.py                 what is installed, and what is wrong with it
    python selfcheck.py my_script.py    the lines that break under Keras 3

It needs nothing but Python 3.6 or later, and changes nothing. A script is only read.
"""
# /// script
# [tool.check]
# long = "to download whole: it has to run where nothing else does"
# timeout = 120
# ///

import ast
import importlib.util
import json
import os
import re
import site
import subprocess
import sys
import tempfile

LEGACY = "TF_USE_LEGACY_KERAS"
BACKENDS = ("tensorflow", "jax", "torch", "openvino", "numpy")  # of Keras 3
PACKAGES = {  # what is imported, and the names that pip may know it by
    "tensorflow": "tensorflow tensorflow-cpu tensorflow-gpu tf-nightly",
    "keras": "keras keras-nightly",
    "tf_keras": "tf-keras tf-keras-nightly",
    "numpy": "numpy",
    "protobuf": "protobuf",
}
# Run in a process of its own, so that a crash there ends nothing here.
PROBE = """
import json, sys
def tell(**said):
    print("selfcheck:" + json.dumps(said), flush=True)
def wrong(error):
    return "%s: %s" % (type(error).__name__, (str(error).splitlines() or [""])[0])
try:
    tf = __import__("tensorflow")
    tell(tensorflow=tf.__version__)
    tell(tf_keras_is=tf.keras.layers.Dense.__module__)
    tell(tf_keras_version=getattr(tf.keras, "__version__", None))
except BaseException as error:
    tell(tensorflow_error=wrong(error))
try:
    keras = __import__("keras")
    tell(keras=keras.__version__, backend=keras.backend.backend())
except BaseException as error:
    tell(keras_error=wrong(error))
tell(finished=True)
"""


def installed():
    """The versions that pip has installed, read from the folders of its notes."""
    names = {n: key for key, all_of in PACKAGES.items() for n in all_of.split()}
    found = {}
    for folder in sys.path:
        try:
            entries = sorted(os.listdir(folder or "."))
        except OSError:
            continue
        for entry in entries:
            note = re.match(r"(.+?)-([^-]+?)(-py[\d.]+)?\.(dist|egg)-info$", entry)
            name = note and names.get(note.group(1).lower().replace("_", "-"))
            if name:
                found.setdefault(name, note.group(2))
    return found


def settings():
    """Keras's settings file: what it says, or None where it is missing or broken."""
    home = os.environ.get("KERAS_HOME") or os.path.expanduser("~/.keras")
    try:
        with open(os.path.join(home, "keras.json")) as file:
            said = json.load(file)
        return said if isinstance(said, dict) else None
    except (OSError, ValueError):
        return None


def probed():
    """What importing TensorFlow and Keras shows."""
    found = {}
    with tempfile.TemporaryDirectory() as empty:
        variables = dict(os.environ, TF_CPP_MIN_LOG_LEVEL="3")
        if settings() is None:
            # Keras would write a settings file: let it do so elsewhere
            user = site.getuserbase()
            variables.update(HOME=empty, KERAS_HOME=empty, PYTHONUSERBASE=user)
        try:
            done = subprocess.run(
                [sys.executable, "-c", PROBE],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=variables,
                timeout=100,
            )
            text, ended = done.stdout, f"ended the process ({done.returncode})"
        except subprocess.TimeoutExpired as late:
            text, ended = late.stdout or b"", "took more than 100 seconds"
    for line in text.decode("utf-8", "replace").splitlines():
        if line.startswith("selfcheck:"):
            found.update(json.loads(line[10:]))
    if "finished" not in found:
        first = "keras" if "tf_keras_version" in found else "tensorflow"
        found.setdefault(first + "_error", ended)
    return found


def numbers(version):
    """2.16 of 2.16.1, as numbers; (0, 0) where there is none."""
    found = re.match(r"(\d+)\.(\d+)", version or "")
    return (int(found.group(1)), int(found.group(2))) if found else (0, 0)


def has(package):
    """Whether a package can be found; nothing is imported."""
    try:
        return importlib.util.find_spec(package) is not None
    except (ImportError, ValueError):
        return False


class Facts:
    """All that the answers are made of."""

    def __init__(self):
        self.installed, self.probe = installed(), probed()
        versions = dict(self.installed, **self.probe)
        self.tensorflow = versions.get("tensorflow")
        self.keras = versions.get("keras")
        self.tf_keras = self.installed.get("tf_keras")
        self.legacy = os.environ.get(LEGACY, "")
        self.asks_legacy = self.legacy in ("1", "true", "True")
        self.is_there = self.probe.get("tf_keras_is", "")
        self.variable = os.environ.get("KERAS_BACKEND", "")
        self.file = (settings() or {}).get("backend")
        asked = self.variable or self.file or "tensorflow"
        self.backend = self.probe.get("backend") or asked

    def family(self):
        """2 or 3: the Keras behind tf.keras; 0 where there is none."""
        if not self.is_there:
            return 0
        is_package = self.is_there.startswith("keras.")
        return 3 if is_package and numbers(self.keras) >= (3, 0) else 2


def tf_keras_is(facts):
    """Which Keras tf.keras is, and why."""
    if not facts.tensorflow:
        return "not there: no TensorFlow"
    if facts.family():
        return family_is(facts)
    if numbers(facts.tensorflow) < (1, 4):
        return "not there: it came with TensorFlow 1.4"
    return failed(facts, "tensorflow_error")


def family_is(facts):
    """The family that tf.keras belongs to, and why."""
    there, tf, keras = facts.is_there, numbers(facts.tensorflow), facts.keras
    if there.startswith("tf_keras."):
        why = f"{LEGACY}={facts.legacy} asks for it"
        return f"Keras 2, the package tf_keras {facts.tf_keras}: {why}"
    if there.startswith("tensorflow."):
        version = facts.probe.get("tf_keras_version") or "of no version"
        return f"Keras 2 ({version}): TensorFlow up to 2.5 has it inside"
    if facts.family() == 2:
        why = "TensorFlow from 2.6 to 2.15 uses it"
    elif tf < (2, 16):
        why = "it is beside a TensorFlow made for Keras 2"
    else:
        why = "TensorFlow uses it since 2.16"
    return f"Keras {facts.family()}, the package keras {keras}: {why}"


def keras_is(facts):
    """What `import keras` gives."""
    if "keras" in facts.probe:
        return f"Keras {numbers(facts.keras)[0]}"
    return failed(facts, "keras_error") if facts.keras else "not there"


def failed(facts, which):
    """An error without the folders of this machine."""
    folders = r"(?<![\w.])(?:[A-Za-z]:)?(?:[/\\][\w.+@ -]+){2,}"
    said = facts.probe.get(which, "no answer")
    return "cannot be used: " + re.sub(folders, "<path>", said)


def backend_is(facts):
    """The backend of `import keras`, and where it was set."""
    if not facts.keras:
        return "none: no package keras"
    if facts.variable and facts.backend == facts.variable:
        where = "the variable KERAS_BACKEND"
    elif facts.file and facts.backend == facts.file:
        where = "keras.json, which Keras writes when it is first imported"
    else:
        where = "the default"
    return f"{facts.backend}, set by {where}"


def traps(facts):
    """Each known trap that this environment is in, with the way out."""
    for name in ("tensorflow", "keras", "tf_keras", "numpy", "jax", "torch"):
        inside = os.path.join(name, "__init__.py")
        if os.path.isfile(name + ".py") or os.path.isfile(inside):
            yield f"a file or folder {name} here hides the package", "rename it"
    yield from traps_of_tf_keras(facts)
    yield from traps_of_the_backend(facts)
    yield from traps_of_versions(facts)


def traps_of_tf_keras(facts):
    """What is wrong with the way back to Keras 2."""
    tf = numbers(facts.tensorflow)
    right = f"pip install tf_keras=={tf[0]}.{tf[1]}.*"
    if facts.asks_legacy and not facts.tf_keras and tf >= (2, 15):
        yield LEGACY + " is set without the package tf_keras", right + ", or unset it"
    elif facts.asks_legacy and facts.is_there[:9] != "tf_keras." and facts.is_there:
        yield LEGACY + " is set, and this TensorFlow does not read it", "unset it"
    elif facts.legacy and not facts.asks_legacy:
        trap = f"{LEGACY}={facts.legacy} counts as not set"
        yield trap, "write 1 to get Keras 2, or unset it"
    if facts.tf_keras and facts.tensorflow and numbers(facts.tf_keras) != tf:
        which = f"tf_keras {facts.tf_keras}"
        yield f"{which} is not the one for TensorFlow {facts.tensorflow}", right


def traps_of_the_backend(facts):
    """What is wrong with the choice of a backend."""
    keras = numbers(facts.keras)
    if (2, 4) <= keras < (3, 0):
        if facts.variable not in ("", "tensorflow"):
            trap = f"KERAS_BACKEND={facts.variable} is set"
            yield f"{trap}, and Keras {facts.keras} does not use it", "unset it"
    elif keras >= (3, 0) and facts.backend not in BACKENDS:
        yield (
            f"Keras 3 has no backend {facts.backend}",
            "set KERAS_BACKEND to one of " + ", ".join(BACKENDS),
        )
    elif keras >= (3, 0) and not has(facts.backend):
        there = " or ".join(name for name in BACKENDS[:-1] if has(name))
        yield (
            f"the backend is {facts.backend}, and that is not installed",
            "install it, or set KERAS_BACKEND to what is: " + (there or "nothing"),
        )


def traps_of_versions(facts):
    """Packages that do not belong together."""
    tf, keras = numbers(facts.tensorflow), numbers(facts.keras)
    if (0, 0) < tf < (2, 16) and keras >= (3, 0):
        trap = "Keras 3 beside a TensorFlow made for Keras 2"
        yield trap, "pip install 'keras<3', or update TensorFlow"
    if tf >= (2, 16) and (0, 0) < keras < (3, 0):
        trap = "Keras 2 beside a TensorFlow made for Keras 3"
        yield trap, "pip install --upgrade keras"
    if not facts.tensorflow or "tensorflow_error" not in facts.probe:
        return
    if tf < (2, 18) and numbers(facts.installed.get("numpy")) >= (2, 0):
        yield "NumPy 2 with a TensorFlow before 2.18", "pip install 'numpy<2'"
    if tf < (2, 12) and numbers(facts.installed.get("protobuf")) >= (4, 0):
        yield "protobuf 4 with a TensorFlow before 2.12", "pip install 'protobuf<3.20'"


def advice(facts):
    """What to do, given the Keras that is there."""
    family, has_keras_3 = facts.family(), numbers(facts.probe.get("keras")) >= (3, 0)
    if family == 2:
        yield "code for Keras 2 that should stay: it runs here; keep these versions"
        if facts.is_there.startswith("tf_keras."):
            yield "in files that you can change: import tf_keras, without the variable"
    if family == 3:
        yield f"code for Keras 2 that should stay: install tf_keras, set {LEGACY}=1"
    if family or has_keras_3:
        yield "code for Keras 2 that should move: python selfcheck.py my_script.py"
    if has_keras_3:
        yield "new code: import keras"
    elif facts.probe.get("keras") or family:
        yield "new code: it needs Keras 3, in an environment of its own"
    elif facts.tensorflow or facts.keras:
        yield "first of all, mend what fails above; then run this again"
    else:
        yield "pip install tensorflow, or keras and one of jax and torch"


def about_environment():
    """Print what is here, what is wrong with it, and what to do."""
    facts = Facts()
    print("TensorFlow:", facts.tensorflow or "not installed")
    print("Keras:", facts.keras or "not installed")
    print("tf_keras:", facts.tf_keras or "not installed")
    print("tf.keras:", tf_keras_is(facts))
    print("import keras:", keras_is(facts))
    print("backend:", backend_is(facts))
    found = list(traps(facts))
    for trap, way_out in found:
        print("trap:", trap)
        print("  way out:", way_out)
    if not found:
        print("traps: none of those that this program knows")
    for line in advice(facts):
        print("next:", line)


# ---------------------------------------------------------------- a script's lines

# kind | module: its names, more modules | today's name | what has changed
#
# both: under tf.keras and keras. tf, keras: under that one only. call: fails when it
# is called. attribute: an import of it works. old: from before TensorFlow 2.15.
# A * stands for any name; in today's name, for the last part of the old one.
RULES = """
both | applications: ResNetRS* RegNet* regnet resnet_rs applications.regnet: *
    applications.resnet_rs: * | nothing | this model is not in Keras 3
both | layers.experimental.preprocessing: PreprocessingLayer |
    keras.layers.Layer | write a layer; adapt() is its own method
both | layers: experimental layers.experimental: preprocessing | keras.layers
    | moved out of experimental
keras | layers: ThresholdedReLU | keras.layers.ReLU | ReLU(threshold=theta);
    the default of theta was 1.0
keras | layers: RandomHeight RandomWidth | nothing | only tf.keras still has
    this layer
both | layers.experimental.preprocessing: RandomHeight RandomWidth | nothing |
    this layer is not in Keras 3; RandomZoom is the nearest
both | layers.experimental: RandomFourierFeatures layers: LocallyConnected1D
    LocallyConnected2D | nothing | this layer is not in Keras 3
both | layers.experimental: SyncBatchNormalization |
    keras.layers.BatchNormalization | write
    BatchNormalization(synchronized=True)
both | layers.experimental.preprocessing: * | keras.layers.* | moved out of
    experimental
both | layers.experimental: * | keras.layers.* | moved out of experimental
both | layers: DenseFeatures experimental: SequenceFeatures |
    keras.utils.FeatureSpace | Keras 3 has no layer for feature columns
both | layers: AbstractRNNCell | keras.layers.Layer | a cell is any layer with
    state_size and call(inputs, states)
both | optimizers.experimental: * | keras.optimizers.* | moved out of
    experimental; give jit_compile to compile
both | optimizers.legacy: Adadelta Adamax Nadam | keras.optimizers.* | Keras 3
    has one kind of optimizer
call | optimizers.legacy: * | keras.optimizers.* | Keras 3 has one kind of
    optimizer
both | optimizers: experimental | keras.optimizers | Keras 3 has one kind of
    optimizer
both | dtensor.experimental: LayoutMap | keras.distribution.LayoutMap |
    DTensor is replaced by keras.distribution
both | dtensor.experimental.optimizers: * | keras.optimizers.* | DTensor is
    replaced by keras.distribution
both | : dtensor dtensor: experimental dtensor.experimental: optimizers |
    keras.distribution | DTensor is replaced by keras.distribution
both | backend: function | keras.Model | make a model of these inputs and
    outputs, and call it
both | backend: placeholder | keras.Input | a symbolic input
both | backend: print_tensor | tf.print | prints inside a graph; gives nothing
    back
both | backend: random_binomial | keras.random.binomial | draws counts; say
    counts=1
both | backend: in_train_phase in_test_phase learning_phase
    learning_phase_scope set_learning_phase | nothing | pass training= to the
    call of the layer or model
both | backend: reset_uids | keras.utils.clear_session | resets the names as
    well
both | backend: normalize_batch_in_training | keras.ops.batch_normalization |
    compute mean and variance with keras.ops.moments first
both | backend: local_conv1d local_conv2d | nothing | locally connected layers
    are gone
both | backend: manual_variable_initialization | nothing | variables always
    have values
both | backend: experimental backend.experimental: * | nothing |
    keras.utils.set_random_seed seeds everything
both | callbacks.experimental: BackupAndRestore |
    keras.callbacks.BackupAndRestore | moved out of experimental
both | callbacks: experimental | keras.callbacks | moved out of experimental
both | callbacks: BaseLogger | nothing | fit averages the metrics itself
both | callbacks: SidecarEvaluatorModelExport utils: SidecarEvaluator
    experimental: SidecarEvaluator | nothing | evaluate in a process of your
    own
both | experimental: CosineDecay CosineDecayRestarts |
    keras.optimizers.schedules.* | moved to the schedules
both | : experimental experimental: LinearModel WideDeepModel | nothing |
    build the model from layers
both | : estimator estimator: model_to_estimator | nothing | estimators are
    gone from TensorFlow
both | constraints: RadialConstraint radial_constraint | nothing | this
    constraint is not in Keras 3
both | metrics: MeanTensor experimental metrics.experimental: PyMetric |
    nothing | subclass keras.metrics.Metric
both | metrics: MeanRelativeError | nothing | subclass keras.metrics.Mean
both | models: experimental models.experimental: SharpnessAwareMinimization |
    nothing | write a train_step
both | models: model_from_config | keras.Sequential.from_config | or
    keras.Model.from_config; takes what get_config() of Keras 3 gave
both | models: model_from_yaml | keras.models.model_from_json | for JSON of
    Keras 3; YAML was unsafe
both | utils: GeneratorEnqueuer OrderedEnqueuer SequenceEnqueuer |
    keras.utils.PyDataset | it has workers= itself
both | utils: StepsPerExecutionTuner | nothing | write
    compile(steps_per_execution="auto")
both | utils: TimedThread warmstart_embedding_matrix | nothing | this helper
    is not in Keras 3
both | utils: to_ordinal | nothing | compute it with NumPy
both | utils: experimental utils.experimental: DatasetCreator | nothing | give
    fit a tf.data.Dataset
tf | losses: mean_absolute_error mean_absolute_percentage_error
    mean_squared_error mean_squared_logarithmic_error log_cosh kl_divergence |
    keras.losses.* | only keras has the long names
tf | metrics: mean_absolute_error mean_absolute_percentage_error
    mean_squared_error mean_squared_logarithmic_error log_cosh kl_divergence |
    keras.metrics.* | only keras has the long names
attribute | : saving | keras.saving | tf.keras.saving is there only after an
    import of it
attribute | saving: * | keras.saving.* | tf.keras.saving is there only after
    an import of it
keras | losses: MSE mse metrics: MSE mse | keras.losses.mean_squared_error |
    only tf.keras has the short names
keras | losses: MAE mae metrics: MAE mae | keras.losses.mean_absolute_error |
    only tf.keras has the short names
keras | losses: MAPE mape metrics: MAPE mape |
    keras.losses.mean_absolute_percentage_error | only tf.keras has the short
    names
keras | losses: MSLE msle metrics: MSLE msle |
    keras.losses.mean_squared_logarithmic_error | only tf.keras has the short
    names
keras | losses: KLD kld kullback_leibler_divergence metrics: KLD kld
    kullback_leibler_divergence | keras.losses.kl_divergence | only tf.keras
    has the short names
keras | losses: logcosh metrics: logcosh | keras.losses.log_cosh | renamed
keras | losses: Reduction | nothing | write reduction="sum",
    "sum_over_batch_size" or "none"
keras | preprocessing.image: ImageDataGenerator DirectoryIterator Iterator |
    keras.utils.image_dataset_from_directory | tf.keras still has the old
    class
keras | preprocessing.image: NumpyArrayIterator |
    tf.data.Dataset.from_tensor_slices | tf.keras still has the old class
keras | preprocessing.image: apply_affine_transform apply_brightness_shift
    apply_channel_shift random_brightness random_channel_shift random_rotation
    random_shear random_shift random_zoom | tf.keras.preprocessing.image.* |
    only tf.keras has it; layers such as keras.layers.RandomRotation do this
    now
keras | preprocessing.text: hashing_trick one_hot | keras.layers.Hashing |
    takes words, and gives other numbers; tf.keras still has the old module
keras | preprocessing: text preprocessing.text: * |
    keras.layers.TextVectorization | tf.keras still has the old module
keras | preprocessing.sequence: TimeseriesGenerator |
    keras.utils.timeseries_dataset_from_array | tf.keras still has the old
    class
keras | preprocessing.sequence: make_sampling_table skipgrams |
    tf.keras.preprocessing.sequence.* | only tf.keras has it
keras | backend: batch_dot | keras.ops.matmul | for three axes; otherwise
    keras.ops.einsum
keras | backend: get_value eval | keras.ops.convert_to_numpy | gives a NumPy
    array
keras | backend: batch_set_value set_value update | keras.Variable.assign | a
    method of the variable
keras | backend: update_add | keras.Variable.assign_add | a method of the
    variable
keras | backend: update_sub | keras.Variable.assign_sub | a method of the
    variable
keras | backend: moving_average_update | keras.Variable.assign | assign(old *
    momentum + new * (1 - momentum))
keras | backend: cast_to_floatx | keras.ops.cast | cast(x,
    keras.config.floatx())
keras | backend: bias_add | keras.ops.add | x + bias
keras | backend: conv1d conv2d conv3d | keras.ops.conv | one function for all
    ranks
keras | backend: conv2d_transpose | keras.ops.conv_transpose | one function
    for all ranks
keras | backend: depthwise_conv2d | keras.ops.depthwise_conv | one function
    for all ranks
keras | backend: separable_conv2d | keras.ops.separable_conv | one function
    for all ranks
keras | backend: spatial_2d_padding spatial_3d_padding temporal_padding |
    keras.ops.pad | say the padding of every axis
keras | backend: ctc_decode | keras.ops.ctc_decode | other arguments
keras | backend: ctc_label_dense_to_sparse is_sparse | nothing | keras.ops
    works on dense tensors
keras | backend: count_params | keras.ops.size | the number of elements
keras | backend: dropout | keras.random.dropout | dropout(x, rate)
keras | backend: dtype | keras.backend.standardize_dtype |
    standardize_dtype(x.dtype)
keras | backend: foldl foldr | keras.ops.fori_loop | or keras.ops.scan
keras | backend: gather | keras.ops.take | take(x, indices, axis=0)
keras | backend: gradients | nothing | tf.GradientTape, or jax.grad
keras | backend: int_shape | keras.ops.shape | shape is a tuple of numbers
    where they are known
keras | backend: map_fn | keras.ops.map | map(f, xs)
keras | backend: name_scope | keras.name_scope | for the names of variables
keras | backend: permute_dimensions | keras.ops.transpose | transpose(x, axes)
keras | backend: pow | keras.ops.power | power(x, y)
keras | backend: random_bernoulli | keras.random.binomial | counts=1
keras | backend: random_normal | keras.random.normal | takes a shape, and a
    seed
keras | backend: random_uniform | keras.random.uniform | takes a shape, and a
    seed
keras | backend: truncated_normal | keras.random.truncated_normal | takes a
    shape, and a seed
keras | backend: repeat_elements | keras.ops.repeat | repeat(x, repeats, axis)
keras | backend: repeat | keras.ops.repeat | on x with a new axis 1
keras | backend: reverse | keras.ops.flip | flip(x, axis)
keras | backend: rnn | keras.layers.RNN | or keras.ops.scan
keras | backend: categorical_focal_crossentropy | keras.losses.* | a loss
    function
keras | backend: switch | keras.ops.where | for a tensor condition;
    keras.ops.cond for one truth value
keras | backend: stop_gradient | keras.ops.stop_gradient | the same argument
keras | backend: hard_sigmoid | keras.ops.clip | clip(0.2 * x + 0.5, 0, 1);
    ops.hard_sigmoid is another function
keras | backend: batch_normalization | keras.ops.* | batch_normalization(x,
    mean, variance, axis, offset=beta, scale=gamma)
keras | backend: concatenate | keras.ops.* | say axis=-1: the default is 0 now
keras | backend: resize_volumes | keras.ops.repeat | repeat along each of the
    three axes
keras | backend: resize_images | keras.ops.image.resize | takes the new size;
    say interpolation="nearest"
keras | backend: ctc_batch_cost | keras.ops.ctc_loss | ctc_loss(y_true,
    log(y_pred), label_length[:, 0], input_length[:, 0], mask_index=classes -
    1)
keras | backend: relu | keras.ops.* | for K.relu(x) alone; else
    keras.activations.relu(x, negative_slope, max_value, threshold)
keras | backend: expand_dims | keras.ops.* | say axis=-1: there is no default
    now
keras | backend: in_top_k | keras.ops.* | in_top_k(targets, predictions, k)
keras | backend: constant | keras.ops.convert_to_tensor | say
    dtype=keras.config.floatx(): integers stay integers now
keras | backend: variable | keras.Variable | say dtype=keras.config.floatx():
    integers stay integers now
keras | backend: random_normal_variable | keras.Variable |
    Variable(keras.random.normal(shape, mean, scale))
keras | backend: random_uniform_variable | keras.Variable |
    Variable(keras.random.uniform(shape, low, high))
keras | backend: zeros | keras.ops.* | a tensor; for a variable
    keras.Variable("zeros", shape=...)
keras | backend: ones | keras.ops.* | a tensor; for a variable
    keras.Variable("ones", shape=...)
keras | backend: eye | keras.ops.* | a tensor; for a variable
    keras.Variable(eye(size))
keras | backend: binary_focal_crossentropy |
    keras.losses.binary_focal_crossentropy | averages over the last axis
keras | backend: batch_get_value | keras.ops.convert_to_numpy | of each
    variable in turn
keras | backend: to_dense | keras.ops.convert_to_tensor | convert_to_tensor(x,
    sparse=False)
keras | backend: l2_normalize | keras.ops.normalize | normalize(x, axis); say
    axis=None where there was no axis
old | backend: tf | tf | import tensorflow as tf
keras | backend: batch_flatten | keras.ops.reshape | reshape(x, (len(x), -1));
    for a layer's output keras.layers.Flatten
keras | backend: flatten | keras.ops.reshape | reshape(x, -1)
keras | backend: argmax argmin | keras.ops.* | say axis=-1: the default is all
    axes now
keras | backend: cumsum cumprod | keras.ops.* | say axis=0: the default is all
    axes now
keras | backend: pool2d pool3d | keras.ops.max_pool | and average_pool; say
    strides=1: the default is the size of the pool now
keras | backend: abs all any arange binary_crossentropy cast
    categorical_crossentropy clip cos dot elu equal exp greater greater_equal
    less less_equal log max maximum mean min minimum ndim not_equal one_hot
    ones_like prod reshape round shape sigmoid sign sin softmax softplus
    softsign sparse_categorical_crossentropy sqrt square squeeze stack std sum
    tanh tile transpose var zeros_like | keras.ops.* | keras.ops takes its
    place
old | layers: core convolutional pooling recurrent embeddings normalization
    merge noise wrappers local advanced_activations convolutional_recurrent |
    keras.layers | import from keras.layers itself
old | layers.core: * layers.convolutional: * layers.pooling: *
    layers.recurrent: * layers.embeddings: * layers.normalization: *
    layers.merge: * layers.noise: * layers.wrappers: *
    layers.advanced_activations: * | keras.layers.* | import from keras.layers
    itself
old | layers: CuDNNLSTM | keras.layers.LSTM | uses cuDNN where it can
old | layers: CuDNNGRU | keras.layers.GRU | uses cuDNN where it can
old | engine: Layer InputSpec engine.topology: Layer engine.base_layer: Layer
    | keras.layers.* | import from keras.layers
old | : engine engine: * | keras.layers | Keras has no engine any more
old | utils.np_utils: to_categorical normalize | keras.utils.* | import from
    keras.utils itself
old | utils: np_utils generic_utils vis_utils data_utils layer_utils |
    keras.utils | import from keras.utils itself
old | utils.vis_utils: plot_model model_to_dot utils.data_utils: get_file
    Sequence utils.generic_utils: Progbar get_custom_objects CustomObjectScope
    | keras.utils.* | import from keras.utils itself
old | utils: multi_gpu_model utils.training_utils: multi_gpu_model |
    keras.distribution.DataParallel | or tf.distribute.MirroredStrategy
old | utils: HDF5Matrix utils.io_utils: HDF5Matrix | nothing | read the file
    with h5py in a PyDataset
old | wrappers.scikit_learn: KerasClassifier |
    keras.wrappers.SKLearnClassifier | takes a model, not a function
old | wrappers.scikit_learn: KerasRegressor | keras.wrappers.SKLearnRegressor
    | takes a model, not a function
old | wrappers: scikit_learn | keras.wrappers | other names, and other
    arguments
old | backend: tensorflow_backend backend.tensorflow_backend: * |
    keras.backend | the name of a module inside Keras 2
old | backend: get_session set_session | nothing | there are no sessions
old | mixed_precision.experimental: set_policy |
    keras.mixed_precision.set_global_policy | out of experimental, and renamed
old | mixed_precision.experimental: LossScaleOptimizer |
    keras.mixed_precision.* | out of experimental, and other arguments
old | mixed_precision.experimental: * | keras.mixed_precision.* | moved out of
    experimental
old | mixed_precision: experimental | keras.mixed_precision | moved out of
    experimental
"""

# What an object no longer has: kind of object | names | instead | page, and what has
# changed, where it is there or what it belongs to is gone
MEMBERS = """
optimizer | lr | learning_rate | variables.html
optimizer | decay | a schedule as learning_rate | variables.html
optimizer | minimize get_updates get_gradients | apply(gradients) | variables.html
optimizer | weights get_weights | variables | variables.html
optimizer | get_scaled_loss | scale_loss(loss) | variables.html
optimizer | get_unscaled_gradients | apply, after scale_loss | variables.html
optimizer | loss_scale dynamic | dynamic_scale | variables.html
model | fit_generator | fit(generator) | names.html
model | evaluate_generator | evaluate(generator) | names.html
model | predict_generator | predict(generator) | names.html
model | predict_classes | predict(x).argmax(axis=-1), or > 0.5 | names.html
model | predict_proba | predict(x) | names.html
model | to_yaml | to_json() | names.html
model | reset_states | reset_state() of each layer | names.html
model | input_names output_names | inputs, outputs | graphs.html
model | updates add_update get_updates_for get_losses_for | nothing | variables.html
model | stateful dynamic save_spec uses_learning_phase | nothing | names.html
model | total_loss targets sample_weights | nothing | graphs.html
layer | output_shape input_shape | output.shape, input.shape | graphs.html
layer | get_input_at get_output_at | input, output | graphs.html
layer | get_input_shape_at get_output_shape_at | output.shape | graphs.html
layer | inbound_nodes outbound_nodes | nothing | graphs.html
layer | updates add_update apply dynamic | nothing | variables.html
model | compiled_loss | compute_loss(x, y, y_pred) | variables.html
    | it reports no loss, and leaves extra losses out
model | compiled_metrics | the metrics in self.metrics, but not that of the loss
    | variables.html | it counts the predictions as the loss
model | _make_predict_function _make_train_function | nothing | names.html
estimator | train | fit(dataset) | names.html | estimators are gone from TensorFlow
estimator | evaluate predict export_saved_model | the model's own methods
    | names.html | estimators are gone from TensorFlow
metric | reset_states | reset_state() | names.html
tensor | get_shape _keras_shape | shape | graphs.html
shape | as_list | list(x.shape) | graphs.html
any | fit_generator | fit(generator) | names.html
any | evaluate_generator | evaluate(generator) | names.html
any | predict_generator | predict(generator) | names.html
any | predict_classes | predict(x).argmax(axis=-1), or > 0.5 | names.html
any | get_scaled_loss | scale_loss(loss) | variables.html
any | get_unscaled_gradients | apply, after scale_loss | variables.html
"""

# Arguments that are no longer taken: whose | names@of | instead | page
ARGUMENTS = """
optimizer | lr | learning_rate= | variables.html
optimizer | decay | a schedule as learning_rate; it is ignored now | variables.html
optimizer | jit_compile | compile(jit_compile=) | variables.html
layer | batch_input_shape | keras.Input(batch_shape=...) first | graphs.html
layer | dynamic | nothing | graphs.html
layer | time_major | swap the first two axes yourself | names.html
layer | fused virtual_batch_size | nothing | names.html
layer | output_dim@Dense | units= | names.html
layer | border_mode subsample init | padding=, strides= | names.html
fit | workers use_multiprocessing max_queue_size | arguments of PyDataset | names.html
fit | nb_epoch | epochs= | names.html
train_on_batch | reset_metrics | nothing | names.html
test_on_batch | reset_metrics | nothing | names.html
Input | batch_input_shape | batch_shape= | graphs.html
compile | sample_weight_mode target_tensors options | nothing | names.html
compile | experimental_run_tf_function | nothing | names.html
model | input output | inputs=, outputs= | names.html
ModelCheckpoint | period | save_freq= | saving.html
TensorBoard | write_grads batch_size | nothing | names.html
save_weights | save_format | a name that ends in .weights.h5 | saving.html
load_model | options | nothing | saving.html
"""

HDF5 = (".h5", ".hdf5")
FILES = {  # what writes or reads a file: the ends of names it takes, and what to write
    "save_model": ((".keras", *HDF5), "a name.keras; export(folder) for serving"),
    "load_model": ((".keras", *HDF5), "keras.layers.TFSMLayer(folder), or tf_keras"),
    "save_weights": ((".weights.h5",), "a name.weights.h5"),
    "load_weights": ((".keras", *HDF5), "a name.weights.h5"),
    "ModelCheckpoint": ((".keras", ".h5"), "a name.keras"),
}
ROOTS = ("keras.", "tf.keras.")
TAKE_SYMBOLS = ("print", "is_tensor", "int_shape", "is_keras_tensor", "is_sparse")
TAKE_SYMBOLS += ("eval", "get_value", "stop_gradient", "to_dense")
CALLED = "its call raises an error"


def table(text):
    """The cells of each line of a table."""
    for line in re.sub(r"\n +", " ", text).strip().splitlines():
        yield [cell.strip() for cell in line.split(" | ")]


class Name:
    """An old name and its rule."""

    def __init__(self, kind, pattern, new, change):
        self.kind, self.new, self.change = kind, new, change
        self.pattern = re.compile(re.escape(pattern).replace(r"\*", "[^.]+") + "$")
        self.is_exact = "*" not in pattern

    def of(self, old):
        """The row of this old name: today's name, the change, the page."""
        first = old.replace("tf.keras.", "").replace("keras.", "").split(".")[0]
        page = "names.html"
        if self.kind in ("tf", "attribute") or first in ("losses", "preprocessing"):
            page = "imports.html"
        elif self.kind == "call":
            page = "variables.html"
        return self.new.replace("*", old.rpartition(".")[2]), self.change, page


def all_names():
    """The rules, in their order."""
    for kind, patterns, new, change in table(RULES):
        module = ""
        for word in patterns.split():
            if word.endswith(":"):
                module = word[:-1]
            else:
                yield Name(kind, f"{module}.{word}".lstrip("."), new, change)


NAMES = list(all_names())
MEMBERS, ARGUMENTS = list(table(MEMBERS)), list(table(ARGUMENTS))


def rule_for(old, use="attribute"):
    """The rule of a name such as tf.keras.layers.X or keras.layers.X, or None.

    It may be used as an attribute, in an import, or called.
    """
    root = "tf" if old.startswith("tf.keras.") else "keras"
    kinds = {"both", "old", root}
    if use == "call":
        kinds |= {"call"}
    if use != "import" and root == "tf":
        kinds |= {"attribute"}  # rules of what an import alone finds
    rest = old.split("keras.", 1)[1]
    for name in NAMES:
        if name.pattern.match(rest):
            return name if name.kind in kinds else None
    return None


def dotted(node):
    """The text a.b.c of names and attributes; "" for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return before and f"{before}.{node.attr}"
    return ""


def rooted(path):
    """A dotted path, with the names of Keras brought under tf.keras or keras."""
    versions = r"(compat\.v[12]\.)?(_api\.v2\.v2\.)?"
    path = re.sub(rf"^(tensorflow|tf)\.{versions}keras(?=\.|$)", "tf.keras", path)
    return re.sub(r"^tf_keras(?=\.|$)", "keras", path)  # what if it moved?


class Scan(ast.NodeVisitor):
    """Reads a script from top to bottom, and notes the lines that Keras 3 breaks."""

    def __init__(self, tree):
        self.found = {}  # (line, old) -> instead, change, page
        self.paths = {}  # names of the script -> what was imported
        self.kinds = {}  # a, self.a, f() -> optimizer, model, layer, ...
        self.texts = {}  # names of the script -> the end of their text
        self.classes = []
        self.imports_tf_keras = False
        self.guarded = self.has_saving = False
        for _ in range(2):  # what a function returns is known the second time
            self.found.clear()
            self.has_saving = False
            self.visit(tree)

    def note(self, node, old, new, change, page):
        self.found.setdefault((node.lineno, old), (new, change, page))

    def path(self, node):
        """The imported name behind an expression, or ""."""
        text = dotted(node)
        first, _, rest = text.partition(".")
        known = self.paths.get(first)
        return rooted(f"{known}.{rest}".rstrip(".")) if known else ""

    # imports

    def visit_Try(self, node):
        caught = " ".join(ast.dump(one.type) for one in node.handlers if one.type)
        bare = any(one.type is None for one in node.handlers)
        words = ("ImportError", "ModuleNotFoundError", "'Exception'")
        before = self.guarded
        self.guarded = before or bare or any(word in caught for word in words)
        for child in node.body:
            self.visit(child)
        self.guarded = before
        for child in [*node.handlers, *node.orelse, *node.finalbody]:
            self.visit(child)

    def visit_Import(self, node):
        for alias in node.names:
            name = alias.asname or alias.name.split(".")[0]
            whole = alias.name if alias.asname else alias.name.split(".")[0]
            self.paths[name] = whole
            self.imports_tf_keras |= alias.name.startswith("tf_keras")
            self.check_name(node, rooted(alias.name), "import")

    def visit_ImportFrom(self, node):
        if node.level:
            return
        self.imports_tf_keras |= node.module.startswith("tf_keras")
        for alias in node.names:
            whole = rooted(f"{node.module}.{alias.name}")
            name = alias.asname or alias.name
            self.kinds.pop(name, None)
            self.paths[name] = whole
            if whole.startswith("tf.keras.saving"):
                self.has_saving = True  # from now on it is there as an attribute
            if alias.name == "*":
                whole = rooted(node.module)
            if self.check_name(node, whole, "import"):
                rule = rule_for(whole, "import")  # the import is what has to change
                self.paths[name] = rule.of(whole)[0] if rule else "nothing"

    def check_name(self, node, path, use):
        """Note an old name; the longest part of it that has a rule."""
        if not path.startswith(("keras.", "tf.keras.")):
            return False
        if use == "import" and self.guarded:
            return True
        parts = path.split(".")
        for end in range(len(parts), path.count("tf.") + 1, -1):
            old = ".".join(parts[:end])
            rule = old.split("keras.", 1)[1:] and rule_for(old, use)
            if rule and not (rule.kind == "attribute" and self.has_saving):
                self.note(node, old, *rule.of(old))
                return True
        return False

    # what things are

    def kind(self, node):
        """What an expression is, as far as that is known, or ""."""
        text = dotted(node)
        if text in self.kinds:
            return self.kinds[text]
        if isinstance(node, ast.Attribute):
            return self.kind_of_attribute(node)
        if isinstance(node, ast.Subscript):
            if isinstance(node.value, ast.Attribute) and node.value.attr == "layers":
                return "layer"
            return "tensor" if self.kind(node.value) == "tensor" else ""
        if isinstance(node, ast.BinOp):
            return "tensor" if self.is_symbolic(node) else ""
        return self.kind_of_call(node) if isinstance(node, ast.Call) else ""

    def kind_of_attribute(self, node):
        if node.attr in ("optimizer", "history"):
            return node.attr
        inner = self.kind(node.value)
        if node.attr in ("input", "output", "inputs", "outputs"):
            return "tensor" if inner in ("model", "layer") and not self.classes else ""
        return "shape" if node.attr == "shape" and inner == "tensor" else ""

    def kind_of_call(self, node):
        path = self.path(node.func)
        if isinstance(node.func, ast.Attribute) and node.func.attr == "get_layer":
            return "layer"
        if path.startswith(ROOTS):
            is_layer = ".layers." in path or ".ops." in path
            if is_layer and any(map(self.is_symbolic, node.args)):
                return "tensor"
            return kind_of_path(path)
        inner = self.kind(node.func)
        name = dotted(node.func)
        if name in self.kinds and (name[:1].isupper() or f"{name}()" in self.kinds):
            return self.kinds.get(f"{name}()", inner)
        if f"{name}()" in self.kinds:
            return self.kinds[f"{name}()"]
        if inner in ("layer", "model") and any(map(self.is_symbolic, node.args)):
            return "tensor"
        return ""

    def is_symbolic(self, node):
        """Whether it is, or holds, an output of a layer, outside of any call."""
        if isinstance(node, (ast.List, ast.Tuple)):
            return any(map(self.is_symbolic, node.elts))
        if isinstance(node, ast.BinOp):
            return self.is_symbolic(node.left) or self.is_symbolic(node.right)
        return self.kind(node) == "tensor"

    def bind(self, target, value):
        """Remember what a name is now."""
        if isinstance(target, (ast.Tuple, ast.List)):
            values = getattr(value, "elts", [])
            for number, one in enumerate(target.elts):
                self.bind(one, values[number] if number < len(values) else None)
            return
        text = dotted(target)
        if not text:
            return
        kind = self.kind(value) if value is not None else ""
        self.kinds.pop(text, None)
        self.texts.pop(text, None)
        if kind:
            self.kinds[text] = kind
        end = self.end_of(value)
        if end is not None:
            self.texts[text] = end
        if isinstance(target, ast.Name) and not self.path(value):
            self.paths.pop(text, None)

    def visit_Assign(self, node):
        self.generic_visit(node)
        for target in node.targets:
            self.bind(target, node.value)

    def visit_For(self, node):
        self.bind(node.target, None)
        over = node.iter
        if (
            isinstance(over, ast.Attribute)
            and over.attr == "layers"
            and dotted(node.target)
        ):
            self.kinds[dotted(node.target)] = "layer"
        self.generic_visit(node)

    def visit_ClassDef(self, node):
        kind = ""
        for base in node.bases:
            path = self.path(base)
            named = self.kinds.get(f"{dotted(base)}()", "")
            kind = kind or (kind_of_path(path) if path else named)
        self.kinds[f"{node.name}()"] = kind
        self.classes.append(kind)
        self.generic_visit(node)
        self.classes.pop()

    def visit_FunctionDef(self, node):
        outer = dict(self.kinds), dict(self.texts), dict(self.paths)
        names = [one.arg for one in node.args.args + node.args.kwonlyargs]
        for name in names:
            self.kinds.pop(name, None)
            self.texts.pop(name, None)
            self.paths.pop(name, None)
            if name in ("model", "optimizer"):
                self.kinds[name] = name
        if self.classes and names:
            self.kinds[names[0]] = self.classes[-1]
        self.generic_visit(node)
        returned = ""
        for one in ast.walk(node):
            if isinstance(one, ast.Return) and one.value is not None:
                returned = self.kind(one.value) or returned
        kept = {k: v for k, v in self.kinds.items() if k.startswith("self.")}
        self.kinds, self.texts, self.paths = outer
        self.kinds.update(kept)
        if returned and not self.classes:
            self.kinds[f"{node.name}()"] = returned

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_inside(self, node):
        """A lambda or a comprehension: its own names hide those outside."""
        own = [one.target for one in getattr(node, "generators", [])]
        names = {
            each.id for one in own for each in ast.walk(one) if hasattr(each, "id")
        }
        names |= {one.arg for one in getattr(getattr(node, "args", None), "args", [])}
        outer = dict(self.kinds), dict(self.texts), dict(self.paths)
        for known in (self.kinds, self.texts, self.paths):
            for name in names:
                known.pop(name, None)
        self.generic_visit(node)
        self.kinds, self.texts, self.paths = outer

    visit_Lambda = visit_ListComp = visit_SetComp = visit_inside
    visit_DictComp = visit_GeneratorExp = visit_inside

    # uses

    def visit_Attribute(self, node):
        path = self.path(node)
        if path and self.check_name(node, path, "attribute"):
            return
        if not path:
            self.check_member(node)
        self.generic_visit(node)

    def check_member(self, node):
        kind = self.kind(node.value)
        for whose, names, new, page, *more in MEMBERS:
            fits = whose == kind or (whose == "any" and kind in ("", "model"))
            if fits and node.attr in names.split():
                change = more[0] if more else "Keras 3 has no such name here"
                self.note(node, f".{node.attr}", new, change, page)
                return

    def visit_Subscript(self, node):
        key = node.slice  # in an ast.Index up to Python 3.8
        key = key.value if type(key).__name__ == "Index" else key
        if self.end_of(key) == "lr" and self.kind(node.value) == "history":
            new = 'history["learning_rate"]'
            self.note(node, '["lr"]', new, "renamed", "variables.html")
        self.generic_visit(node)

    def visit_Call(self, node):
        path, method = self.path(node.func), getattr(node.func, "attr", "")
        if path and self.check_name(node, path, "call"):
            for child in [*node.args, *[one.value for one in node.keywords]]:
                self.visit(child)
            return
        self.check_arguments(node, path, method)
        self.check_files(node, path, method)
        self.check_weights(node, method)
        self.check_tensors(node, path, method)
        self.generic_visit(node)

    def check_arguments(self, node, path, method):
        last = path.rpartition(".")[2]
        whose = self.takes(path, method)
        for word in node.keywords:
            for who, names, new, page in ARGUMENTS:
                owners = dict(name.partition("@")[::2] for name in names.split())
                owner = owners.get(word.arg)
                if who in whose and owner in ("", last):
                    text = f"{word.arg}= of {last or method}"
                    self.note(word.value, text, new, "not taken any more", page)

    def takes(self, path, method):
        """Whose arguments a call takes, in the words of the table."""
        if path.startswith(ROOTS):
            last = path.rpartition(".")[2]
            is_other_model = kind_of_path(path) == "model" and last != "Model"
            return {last} if is_other_model else {last, kind_of_path(path)}
        if path:
            return set()
        if method == "__init__":
            return set(self.classes[-1:]) & {"layer", "optimizer"}
        return {"fit"} if method in ("evaluate", "predict") else {method}

    def end_of(self, node):
        """How a file's name ends, where the script says it; else None."""
        if isinstance(node, ast.Call):
            if self.path(node.func) == "tensorflow.train.latest_checkpoint":
                return "a checkpoint of TensorFlow"
            node = self.named_by(node)
        if isinstance(node, ast.BinOp):
            is_format = isinstance(node.op, ast.Mod)
            return self.end_of(node.left if is_format else node.right)
        if isinstance(node, ast.JoinedStr) and node.values:
            return self.end_of(node.values[-1])
        text = getattr(node, "value", getattr(node, "s", None))  # s: Python 3.7
        return text if isinstance(text, str) else self.texts.get(dotted(node))

    def named_by(self, call):
        """What ends the name of a file that a call makes."""
        name = dotted(call.func)
        if name.endswith(("path.join", "Path")) or name == "str":
            return call.args[-1] if call.args else None
        is_format = isinstance(call.func, ast.Attribute) and call.func.attr == "format"
        return call.func.value if is_format else None

    def check_files(self, node, path, method):
        """Names of files that are refused."""
        words = {word.arg: word.value for word in node.keywords}
        last = path.rpartition(".")[2] if path.startswith(ROOTS) else ""
        at = 1 if last == "save_model" else 0
        file = words.get("filepath") or words.get("path")
        file = node.args[at] if len(node.args) > at else file
        only = getattr(words.get("save_weights_only"), "value", None) is True
        if method == "save" and not last and self.is_model(node.func.value):
            last = "save_model"
        if not path and method in ("save_weights", "load_weights"):
            last = method
        if last not in FILES:
            return
        ends, new = FILES[
            "save_weights" if last == "ModelCheckpoint" and only else last
        ]
        end = self.end_of(file)
        asks_folder = self.end_of(words.get("save_format")) == "tf"
        if asks_folder or (end is not None and not end.endswith(ends)):
            old = f"{method or last}({'save_format=' if end is None else repr(end)})"
            change = "the end of a file's name says its format"
            self.note(node, old, new, change, "saving.html")

    def is_model(self, node):
        name = dotted(node).rpartition(".")[2]
        return self.kind(node) == "model" or (
            not self.path(node) and "model" in name.lower()
        )

    def check_weights(self, node, method):
        first = self.end_of(node.args[0]) if node.args else None
        if method in ("add_weight", "add_variable") and first is not None:
            new, change = "add_weight(shape=..., name=...)", "the shape comes first"
            self.note(node, f"{method}({first!r})", new, change, "variables.html")
        inside = self.classes and self.classes[-1] in ("layer", "model")
        if method == "add_metric" and (
            inside or self.kind(node.func.value) in ("layer", "model")
        ):
            new = "a keras.metrics object, updated in call or train_step"
            self.note(node, ".add_metric()", new, CALLED, "variables.html")

    def check_tensors(self, node, path, method):
        """TensorFlow's functions on the outputs of layers, outside of any layer."""
        symbolic = any(map(self.is_symbolic, node.args))
        if path.rpartition(".")[2] in TAKE_SYMBOLS:
            symbolic = False
        is_old_backend = path.startswith("tf.keras.backend.")
        is_tf = path.startswith(("tensorflow.", "tf.")) and not path.startswith(
            "tf.keras"
        )
        if symbolic and (is_tf or is_old_backend):
            new, change = (
                "keras.ops, or a layer around it",
                "takes no output of a layer",
            )
            self.note(
                node, path.replace("tensorflow.", "tf.", 1), new, change, "graphs.html"
            )
        owner = getattr(node.func, "value", None)
        is_outside = method == "add_loss" and dotted(owner) != "self"
        if is_outside and self.kind(owner) == "model":
            new = "self.add_loss(...) in the call of a layer"
            self.note(node, ".add_loss()", new, CALLED, "graphs.html")
        if path == "tf.keras.backend.set_value" and node.args:
            target = node.args[0]
            if isinstance(target, ast.Attribute) and target.attr == "learning_rate":
                new, change = "optimizer.learning_rate = x", "takes no keras.Variable"
                self.note(node, path, new, change, "variables.html")
        for word in node.keywords:
            if word.arg == "reduction" and self.path(word.value).endswith(
                "Reduction.AUTO"
            ):
                new, change = 'reduction="sum_over_batch_size"', "AUTO is refused"
                self.note(node, "Reduction.AUTO", new, change, "names.html")


def kind_of_path(path):
    """What calling, or subclassing, a name of Keras makes."""
    name = path.rpartition(".")[2]
    is_schedule = ".schedules." in path
    if (".optimizers." in path and not is_schedule) or name == "LossScaleOptimizer":
        return "optimizer" if name[:1].isupper() or name == "get" else ""
    if name in ("Model", "Sequential", "load_model", "clone_model", "model_from_json"):
        return "model"
    if ".applications." in path:
        return "model" if name[:1].isupper() else ""
    if name == "model_to_estimator":
        return "estimator"
    if name == "Input":
        return "tensor"
    if ".layers." in path or ".engine." in path:
        return "layer" if name[:1].isupper() else ""
    if ".metrics." in path:
        return "metric" if name[:1].isupper() else ""
    return ""


def about_script(path):
    """Print the lines of a script that break under Keras 3, and what to write."""
    try:
        with open(path, "rb") as file:
            tree = ast.parse(file.read())
    except (OSError, SyntaxError, ValueError) as error:
        print(f"cannot be read: {getattr(error, 'msg', type(error).__name__)}")
        return
    scan = Scan(tree)
    found = scan.found
    if scan.imports_tf_keras:
        print("imports tf_keras: it stays on Keras 2; with keras in its place:")
    for (line, old), (new, change, page) in sorted(found.items()):
        print(f"line {line}: {old} -> {new}")
        print(f"    {change} ({page})")
    count = len({line for line, _ in found})
    few = "line of this script breaks" if count == 1 else "lines of this script break"
    print(f"{count} {few} under Keras 3")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        for script in sys.argv[1:]:
            about_script(script)
    else:
        about_environment()

# /// script
# [tool.check]
# timeout = 300
# ///
import os
import subprocess
import sys
from pathlib import Path

settings = {
    "Keras 3 on TensorFlow": {"KERAS_BACKEND": "tensorflow"},
    "Keras 3 on JAX": {"KERAS_BACKEND": "jax"},
    "Keras 3 on OpenVINO": {"KERAS_BACKEND": "openvino"},
    "Keras 2, tf_keras": {"TF_USE_LEGACY_KERAS": "1"},
}
for name, variables in settings.items():
    ended = subprocess.run(
        [sys.executable, Path(__file__).with_name("test_scaled.py")],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=True,
    )
    *tests, summary = ended.stdout.splitlines()
    failed = [test for test in tests if test.startswith("failed")]
    print(f"{name}: {summary}", *failed, sep="\n  ")

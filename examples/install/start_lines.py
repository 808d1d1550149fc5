# /// script
# [tool.check]
# timeout = 240  # TensorFlow starts three times
# ///
import os
import subprocess
import sys

WORDS = (
    "absl::InitializeLog",
    "oneDNN custom operations",
    "Could not find cuda drivers",
    "cpu_feature_guard",
    "failed call to cuInit",
)
WORK = "import tensorflow as tf; tf.config.list_physical_devices()"
QUIET = "import os; os.dup2(os.open(os.devnull, os.O_WRONLY), 2); "
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "1"  # so that its line comes

for level, before in ("0", ""), ("3", ""), ("0", QUIET):
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = level
    command = [sys.executable, "-c", before + WORK]
    ended = subprocess.run(command, capture_output=True, text=True)
    way = "stderr to nowhere" if before else f"level {level}"
    print(f"{way}: ends with {ended.returncode}, lines that say")
    for words in WORDS:
        print("   ", words, ended.stderr.count(words))

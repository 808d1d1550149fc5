# /// script
# [tool.check]
# timeout = 240  # TensorFlow starts three times
# ///
import os
import subprocess
import sys

WORDS = "absl", "oneDNN", "cuda drivers", "cpu_feature_guard", "cuInit"
WORK = "import tensorflow as tf; tf.config.list_physical_devices()"
QUIET = "import os; os.dup2(os.open(os.devnull, os.O_WRONLY), 2); "
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "1"  # so that its line comes

counts = {words: [] for words in ("exit code", *WORDS)}
for level, before in ("0", ""), ("3", ""), ("0", QUIET):
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = level
    command = [sys.executable, "-c", before + WORK]
    ended = subprocess.run(command, capture_output=True, text=True)
    counts["exit code"].append(ended.returncode)
    lines = ended.stderr.splitlines()
    for words in WORDS:
        counts[words].append(sum(words in line for line in lines))

print("lines at level 0, at level 3, with stderr to nowhere")
for words, found in counts.items():
    print(words, *found)

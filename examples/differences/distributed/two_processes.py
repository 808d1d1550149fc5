import importlib
import json
import os
import socket
import sys
from subprocess import PIPE, Popen

SCRIPTS = ["worker_fit", "worker_fit_repaired", "worker_loop"]

if "TF_CONFIG" in os.environ:  # one of the two workers
    import tensorflow as tf

    strategy = tf.distribute.MultiWorkerMirroredStrategy()
    for script in SCRIPTS:
        importlib.import_module(script).train(strategy)
        print()
else:  # start this file twice, as a worker
    with socket.create_server(("", 0)) as one, socket.create_server(("", 0)) as two:
        hosts = [f"127.0.0.1:{free.getsockname()[1]}" for free in (one, two)]
    command, workers = [sys.executable, "-u", "-B", __file__], []
    for i in range(2):
        config = {"cluster": {"worker": hosts}, "task": {"type": "worker", "index": i}}
        env = os.environ | {"TF_CONFIG": json.dumps(config)}
        workers.append(Popen(command, env=env, stdout=PIPE, text=True))
    printed = [worker.communicate(timeout=50)[0].split("\n\n") for worker in workers]
    for script, *answers in zip(SCRIPTS, *printed, strict=False):
        for i, answer in enumerate(answers):
            print(f"{script}.py, worker {i}\n{answer}")

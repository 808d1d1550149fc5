# /// script
# [tool.check]
# timeout = 300
# ///
import json
import os
import sys
from pathlib import Path
from socket import create_server
from subprocess import PIPE, Popen

ANY = "127.0.0.1", 0
SCRIPTS = "worker_fit.py", "worker_loop.py", "worker_fit_repaired.py"
for script in SCRIPTS:
    with create_server(ANY) as one, create_server(ANY) as two:
        hosts = [f"127.0.0.1:{s.getsockname()[1]}" for s in (one, two)]
    command = [sys.executable, "-u", Path(__file__).with_name(script)]
    workers = []
    for i in range(2):
        task = {"type": "worker", "index": i}
        config = {"cluster": {"worker": hosts}, "task": task}
        env = os.environ | {"TF_CONFIG": json.dumps(config)}
        workers.append(Popen(command, env=env, stdout=PIPE, text=True))
    for i, worker in enumerate(workers):
        printed, _ = worker.communicate(timeout=90)
        print(f"{script}, worker {i}", printed, sep="\n")

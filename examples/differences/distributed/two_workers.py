# /// script
# [tool.check]
# timeout = 180
# ///
import json
import os
import sys
from pathlib import Path
from socket import create_server
from subprocess import PIPE, Popen

ANY = "127.0.0.1", 0
with create_server(ANY) as one, create_server(ANY) as two:
    hosts = [f"127.0.0.1:{s.getsockname()[1]}" for s in (one, two)]
command = [sys.executable, "-u", Path(__file__).with_name("worker.py")]

workers = []
for i in range(2):
    task = {"type": "worker", "index": i}
    config = json.dumps({"cluster": {"worker": hosts}, "task": task})
    env = os.environ | {"TF_CONFIG": config}
    workers.append(Popen(command, env=env, stdout=PIPE, text=True))
for i, worker in enumerate(workers):
    print(f"worker {i}: {worker.communicate(timeout=150)[0]}", end="")

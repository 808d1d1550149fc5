# /// script
# [tool.check]
# timeout = 240
# ///
import json
import os
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def run(job):
    script, hosts, index = job
    task = {"type": "worker", "index": index}
    config = json.dumps({"cluster": {"worker": hosts}, "task": task})
    command = [sys.executable, "-u", Path(__file__).with_name(script)]
    env = os.environ | {"TF_CONFIG": config}
    return subprocess.check_output(command, env=env, text=True, timeout=100)


for script in ["worker_fit.py", "worker_fit_repaired.py", "worker_loop.py"]:
    with socket.create_server(("", 0)) as one, socket.create_server(("", 0)) as two:
        hosts = [f"127.0.0.1:{free.getsockname()[1]}" for free in (one, two)]
    jobs = [(script, hosts, index) for index in range(2)]
    for index, answer in enumerate(ThreadPoolExecutor().map(run, jobs)):
        print(f"{script}, worker {index}\n{answer}", end="")

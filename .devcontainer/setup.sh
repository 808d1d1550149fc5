#!/usr/bin/env bash
# What the container needs beside Python: a browser for the tests, and a compiler for one program.
set -euo pipefail
cd "$(dirname "$0")/.."

# The image lists a package source for Yarn whose key can be missing: then `apt-get update` fails.
sudo rm -f /etc/apt/sources.list.d/yarn.list
sudo apt-get update -qq
sudo apt-get install -y -qq --no-install-recommends chromium g++

make setup

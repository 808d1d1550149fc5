"""Runs programs, each in a process of its own, and keeps what they left.

Of our code only this folder decides what a run gives, so only its bytes are part of what a kept run
depends on. Read `program`, `settings`, `runner`, `parent`, `child` in this order; `sandbox` is what
a program may touch, `messages` are the words between the processes.
"""

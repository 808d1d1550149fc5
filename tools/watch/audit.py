"""The audit: which packages of the lock have a known vulnerability."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Ask = Callable[[Sequence[Path]], str]
"""Asks about locks; what pip-audit answers, as JSON."""


@dataclass(frozen=True)
class Audit:
    """What is known of the packages of a lock: a line for each vulnerability, and the packages that
    nothing could be learnt of, with the reason."""

    count: int = 0
    found: list[str] = field(default_factory=list)
    unknown: dict[str, str] = field(default_factory=dict)
    why_not: str = ""

    @property
    def is_green(self) -> bool:
        """Whether it was made of all packages, and found nothing."""
        return bool(self.count) and not (self.found or self.unknown or self.why_not)


def pip_audit(locks: Sequence[Path]) -> str:
    """Ask pip-audit. Raises `OSError` where it gives no answer."""
    command = [sys.executable, "-m", "pip_audit", "--disable-pip"]
    command += ["--format", "json", "--progress-spinner", "off"]
    files = [word for lock in locks for word in ("-r", str(lock))]
    done = subprocess.run([*command, *files], capture_output=True, text=True)
    if not done.stdout.strip():  # it ends with 1 where it found something
        raise OSError(" ".join(done.stderr.strip().splitlines()[-1:]) or "pip-audit says nothing")
    return done.stdout


def audited(locks: Sequence[Path], ask: Ask = pip_audit) -> Audit:
    """What is known of the packages of these locks.

    pip-audit says "no known vulnerabilities" and ends with 0 also where it could ask nobody: it has
    then skipped each package, which is no good news.
    """
    try:
        packages = json.loads(ask(locks))["dependencies"]
        unknown = {one["name"]: one["skip_reason"] for one in packages if "skip_reason" in one}
        found = [
            _told(one["name"], one["version"], known)
            for one in packages
            for known in one.get("vulns", [])
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        return Audit(why_not=f"{type(error).__name__}: {error}")
    return Audit(len(packages), sorted(found), dict(sorted(unknown.items())))


def _told(name: str, version: str, known: dict[str, object]) -> str:
    """One vulnerability, in a line."""
    also, fixed = known.get("aliases") or [], known.get("fix_versions") or []
    names = ", ".join(map(str, [known["id"], *also])) if isinstance(also, list) else known["id"]
    cure = (
        f"fixed in {', '.join(map(str, fixed))}" if isinstance(fixed, list) and fixed else "no fix"
    )
    return f"`{name} {version}`: {names}, {cure}"

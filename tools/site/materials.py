"""The bill of materials: all that a build may install, as CycloneDX, beside the site.

python -m tools.site.materials       writes site/sbom.cdx.json

It is made from the locks alone, so one commit has one bill of materials on every machine: without a
serial number, and with the time of SOURCE_DATE_EPOCH or none. `cyclonedx-py` makes one, too, but
takes five seconds, and its is twice as large and does not say who asks for what.
"""

import json
import os
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tools.locked import PROJECT, lock_of_extra
from tools.pins import LOCK, Pin, pins

FILE = "sbom.cdx.json"


def materials(root: Path) -> str:
    """The bill of materials of a project, as JSON."""
    project = tomllib.loads((root / PROJECT).read_text("utf-8"))["project"]
    held = _held(root, project)
    site = {
        "type": "application",
        "bom-ref": project["name"],
        "name": project["name"],
        "version": project["version"],
        "description": project["description"],
        "licenses": [{"license": {"id": project["license"]}}],
    }
    direct = [_address(pin) for pin in held if pin.direct]
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": _time() | {"component": site},
        "components": [_component(pin) for pin in held],
        "dependencies": [
            {"ref": project["name"], "dependsOn": direct},
            *(
                {
                    "ref": _address(pin),
                    "dependsOn": [_address(part) for part in held if pin.name in part.asked_by],
                }
                for pin in held
            ),
        ],
    }
    return json.dumps(bill, indent=1) + "\n"


def _held(root: Path, project: dict[str, Any]) -> list[Pin]:
    """What the lock holds, and those of the extras; each version once, with all that ask for it."""
    held: dict[str, Pin] = {}
    for lock in (LOCK, *map(lock_of_extra, project.get("optional-dependencies", {}))):
        text = (root / lock).read_text("utf-8") if (root / lock).exists() else ""
        for pin in pins(text):
            known = held.setdefault(_address(pin), pin)
            known.direct |= pin.direct
            known.asked_by += pin.asked_by
    return [held[address] for address in sorted(held)]


def _time() -> dict[str, str]:
    """The time of the commit, where the build was told it."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    return {"timestamp": datetime.fromtimestamp(int(seconds), UTC).isoformat()} if seconds else {}


def _component(pin: Pin) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": _address(pin),
        "name": pin.name,
        "version": pin.version,
        "purl": _address(pin),
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in pin.hashes],
    }
    if pin.marker:
        component["properties"] = [{"name": "python:marker", "value": pin.marker}]
    return component


def _address(pin: Pin) -> str:
    return f"pkg:pypi/{pin.name}@{pin.version}"


def main(root: Path) -> str:
    """Write the bill of materials into the `site/` of the project at `root`, and say where."""
    if not (root / "site/index.html").exists():
        sys.exit("there is no site/ yet: make site")
    (root / "site" / FILE).write_text(materials(root), "utf-8")
    return f"the bill of materials: site/{FILE}"


if __name__ == "__main__":
    print(main(Path.cwd()))

"""One zip of the built site, to carry: the same bytes for the same site.

python -m tools.site.offline
"""

import io
import sys
import tomllib
import zipfile
from pathlib import Path

SERVED = ("_headers", "404.html", "sitemap.xml", "sitemap.xml.gz")
"""What only a server has a use for."""
README = """{name}

Unpack this folder and open index.html in a browser. It needs no server and no network.
Each page lies as Markdown beside it, and llms-full.txt has all of them in one file.
"""


def pack(site: Path, name: str) -> bytes:
    """The zip of a built site: one folder of that name, with a text that says how to begin."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for file in sorted({"README.txt", *files} - set(SERVED)):
            entry = zipfile.ZipInfo(f"{name}/{file}", (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            content = files[file].read_bytes() if file in files else README.format(name=name)
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def main(root: Path) -> str:
    """Write the zip of the project at `root` beside its `site/`, under the project's name."""
    name = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["name"]
    if not (root / "site/index.html").exists():
        sys.exit("there is no site/ yet: make site")
    packed = pack(root / "site", name)
    (root / f"{name}.zip").write_bytes(packed)
    return f"{name}.zip, {len(packed) / 1e6:.1f} MB"


if __name__ == "__main__":
    print(main(Path.cwd()))

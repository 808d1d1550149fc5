"""Blocks, for the reader: what can be done with a program, and what it needs, at the program.

Each bar above a program gets its address and a menu: its file, the zip of its page, its source in
the repository, and what its start-up lines on stderr mean. A note says which files it needs beside
it, or that it was not run. An output that is drawn with lines is marked, as it must not wrap.
"""

import posixpath
import re
from html import escape

from tools.report import Report
from tools.runner.program import Program
from tools.site.repository import Repository

_BAR = re.compile(r'<span class="filename" id="(?P<anchor>program-\w+)">(?P<file>[^<]+)</span>')
_OUTPUT = '<div class="language-output'
_DRAWN = "│"
"""A box-drawing line, as in the table of `model.summary`."""


class Blocks:
    """The blocks of all pages. `stderr` is where stderr is explained, as a page and its anchor."""

    def __init__(
        self, report: Report, stderr: str = "", repository: Repository | None = None
    ) -> None:
        self.report = report
        self.repository = repository
        self.stderr = stderr
        folder = report.project.config.programs
        project = report.project
        self._files = {
            f"{folder}/{file.key}.py": file for file in [*project.programs, *project.modules]
        }

    def show(self, html: str, uri: str) -> str:
        """The HTML of the page whose source is at `uri`, with what belongs to its programs."""
        pieces, end, lacking = [], 0, False
        for bar in _BAR.finditer(html):
            program = self._files.get(bar["file"])
            if program:
                pieces += [_marked(html[end : bar.start()], lacking), self._bar(bar, program, uri)]
                end, lacking = bar.end(), program in self.report.not_run
        return "".join([*pieces, _marked(html[end:], lacking)])

    def _bar(self, bar: re.Match[str], program: Program, uri: str) -> str:
        here = posixpath.dirname(uri)
        file = posixpath.relpath(f"{program.key}.py", here or ".")
        packed = posixpath.relpath(f"{self.report.project.page_of(program)}.zip", here or ".")
        name = f"more-{bar['anchor'].removeprefix('program-')}"
        entries = [
            f'<a href="{file}" download>Download this file</a>',
            f'<a href="{packed}" download>Download all programs of this page</a>',
        ]
        if self.repository:
            source = escape(self.repository.program(self.report.project, program))
            entries.append(f'<a href="{source}">View source in the repository</a>')
        if self.stderr:
            address = posixpath.relpath(self.stderr, here or ".")
            entries.append(f'<a href="{address}">What it writes to stderr, and why</a>')
        shown = bar["file"].replace("/", "/<wbr>")
        return (
            f'<span class="filename" id="{bar["anchor"]}">'
            f'<a class="program__file" href="#{bar["anchor"]}">{shown}</a>'
            f'<button type="button" class="program__more" popovertarget="{name}"'
            f' aria-label="More about {program.name}.py">⋮</button>'
            f'<span class="program__menu" id="{name}" popover>{"".join(entries)}</span></span>'
            f"{self._note(program, packed)}"
        )

    def _note(self, program: Program, packed: str) -> str:
        """What a reader has to know before he copies it; empty for most."""
        said = []
        lacks = self.report.not_run.get(program)
        if lacks:
            said.append(f"Not run in this build: it needs {escape(', '.join(lacks))}.")
        beside = self._beside(program)
        if beside:
            listed = ", ".join(f"<code>{escape(file)}</code>" for file in beside[:3])
            more = f" and {len(beside) - 3} more" if len(beside) > 3 else ""
            said.append(
                f'Needs files beside it: {listed}{more}. <a href="{packed}" download>Download'
                " them</a> with all programs of this page."
            )
        return f'<span class="program__note">{" ".join(said)}</span>' if said else ""

    def _beside(self, program: Program) -> list[str]:
        """The files that a program read, and the package that it imported, by their short names."""
        run = self.report.runs.get(program)
        folder = posixpath.dirname(program.key)
        reads = [file for file in run.reads if file != f"{program.key}.py"] if run else []
        names = {posixpath.relpath(file.rstrip("/"), folder) for file in reads}
        names = {name for name in names if name != "."}
        inside = {name for name in names if any(name.startswith(f"{other}/") for other in names)}
        return sorted(names - inside)


def _marked(html: str, lacking: bool) -> str:
    """The HTML behind a program's bar; the output of one that was not run says so, and one that is
    drawn with lines is marked, too."""
    before, output, rest = html.partition(_OUTPUT)
    drawn = _DRAWN in rest.partition("</pre>")[0]
    marks = " data-not-run" * lacking + " data-drawn" * drawn
    return f"{before}{output[:4]}{marks}{output[4:]}{rest}" if output else html

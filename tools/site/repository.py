"""The repository, for readers: where each source is viewed and edited, and each lab run in Colab.

All addresses follow from one setting, `repo_url` in `mkdocs.yml`, and from the branch that pages
are made of. MkDocs knows the first of them only, and not the programs and labs, which lie outside
of its folder.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from tools.labs.lab import find_labs
from tools.project import Project
from tools.runner.program import Program

_PATHS = {"github": ("edit", "blob"), "gitlab": ("-/edit", "-/blob")}
"""How hosts call the page on which a file is edited, and that on which it is viewed."""
_COLAB = "https://colab.research.google.com/github"


@dataclass(frozen=True)
class Repository:
    """A branch of the repository at an address; a project lies at its root."""

    address: str
    branch: str

    @classmethod
    def of(cls, repo_url: str | None, branch: str) -> "Repository | None":
        """The repository at an address; None where there is none, or where it is not known how its
        host addresses files."""
        found = cls((repo_url or "").rstrip("/").removesuffix(".git"), branch)
        return found if found._paths else None

    @property
    def _paths(self) -> tuple[str, str] | None:
        """Of github.com, gitlab.com, or a host of one's own, such as gitlab.example.org."""
        labels = (urlsplit(self.address).hostname or "").split(".")
        return next((paths for name, paths in _PATHS.items() if name in labels), None)

    def edit(self, file: str) -> str:
        """Where a file is edited, given relative to the repository."""
        return self._at(0, file)

    def view(self, file: str) -> str:
        """Where a file is viewed."""
        return self._at(1, file)

    def _at(self, which: int, file: str) -> str:
        assert self._paths
        return f"{self.address}/{self._paths[which]}/{self.branch}/{file}"

    def colab(self, file: str) -> str:
        """Where a notebook runs in Colab, which reads from github.com; empty for other hosts."""
        parts = urlsplit(self.address)
        if parts.hostname != "github.com":
            return ""
        return f"{_COLAB}{parts.path}/blob/{self.branch}/{file}"

    def program(self, project: Project, program: Program) -> str:
        """Where a program is viewed."""
        return self.view(f"{project.config.programs}/{program.key}.py")

    def pages(self, project: Project) -> dict[str, dict[str, str]]:
        """For the source of each page, as MkDocs names it, what its links lead to."""
        links = {}
        folder = project.root / project.config.pages
        for page in project.pages:
            uri = page.relative_to(folder).as_posix()
            links[uri] = self._links(f"{project.config.pages}/{uri}")
        for lab in find_labs(project):
            links[lab.uri] = self._links(f"{project.config.programs}/{lab.name}.py")
            notebook = f"{project.config.programs}/{lab.uri}"
            if project.has(lab.uri) and self.colab(notebook):
                links[lab.uri]["colab"] = self.colab(notebook)
        return links

    def _links(self, file: str) -> dict[str, str]:
        return {"edit": self.edit(file), "view": self.view(file)}

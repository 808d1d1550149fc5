"""Settings: the environment variables that programs run with, and those that one sets first.

Libraries read variables when they are imported. A program whose first statements set constants can
therefore be forked from a process that has set the same constants before it imported anything; one
that touches the environment in any other way needs an interpreter of its own.
"""

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

ALWAYS = ("PYTHON", "COLUMNS", "LINES")
"""Beginnings of variables that change what any program prints."""


@dataclass(frozen=True, order=True)
class Needs:
    """What a program needs of the process that it is forked from.

    `constants` are the variables that it sets first, `modules` the names that it imports. With
    `fresh` it cannot be forked.
    """

    constants: tuple[tuple[str, str], ...] = ()
    modules: frozenset[str] = frozenset()
    fresh: bool = False


def environment(
    around: Mapping[str, str], clear: Iterable[str], given: Mapping[str, str], home: str
) -> dict[str, str]:
    """The variables that a program runs with: those around us, less what would change its
    output, with what the project sets, and an empty folder as home, since settings lie there."""
    cleared = (*ALWAYS, *clear)
    kept = {name: value for name, value in around.items() if not name.startswith(cleared)}
    return kept | {"HOME": home, "PYTHONDONTWRITEBYTECODE": "1"} | dict(given)


def needs_of(source: str) -> Needs:
    """What a program needs, from its syntax tree."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        return Needs()
    modules = frozenset(_imported(body))
    constants: dict[str, str] = {}
    for number, statement in enumerate(body):
        constant = _constant(statement)
        if constant:
            constants |= constant
        elif not _is_silent(statement):
            return Needs(tuple(sorted(constants.items())), modules, _touches(body[number:]))
    return Needs(tuple(sorted(constants.items())), modules)


def _constant(statement: ast.stmt) -> dict[str, str] | None:
    """The variable that a statement `os.environ["NAME"] = "value"` sets."""
    match statement:
        case ast.Assign(
            targets=[
                ast.Subscript(
                    value=ast.Attribute(value=ast.Name(id="os"), attr="environ"),
                    slice=ast.Constant(value=str(name)),
                )
            ],
            value=ast.Constant(value=str(value)),
        ):
            return {name: value}
    return None


def _is_silent(statement: ast.stmt) -> bool:
    """Whether a statement before the first import of a library reads no variable: a docstring,
    or `import os`."""
    match statement:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Import(names=[ast.alias(name="os", asname=None)]):
            return True
    return False


def _touches(body: list[ast.stmt]) -> bool:
    """Whether any of these statements may read or set a variable."""
    nodes = [node for statement in body for node in ast.walk(statement)]
    named = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    named |= {node.id for node in nodes if isinstance(node, ast.Name)}
    named |= {
        alias.name for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    return not named.isdisjoint({"environ", "environb", "getenv", "putenv", "unsetenv"})


def _imported(body: list[ast.stmt]) -> Iterable[str]:
    """The names of all modules that a program imports."""
    for statement in body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module
                yield from (f"{node.module}.{alias.name}" for alias in node.names)

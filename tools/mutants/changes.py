"""Changes of a program: each makes one detail of it another one, and leaves all else as it is."""

import ast
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from tools.failure import Failure, at

OPERATORS: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "*"),
    ast.Pow: ("**", "*"),
    ast.Mod: ("%", "//"),
}
COMPARISONS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Lt: ("<", ">="),
    ast.LtE: ("<=", ">"),
    ast.Gt: (">", "<="),
    ast.GtE: (">=", "<"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}
SHIFTED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
"""The neighbour of a comparison with a whole number: it differs at that number only."""

_SEEDED = re.compile("seed|rng")


@dataclass(frozen=True, order=True)
class Change:
    """`old`, which begins at the character `start` of a text, becomes `new`; `kind` is a word for
    what is done."""

    start: int
    old: str
    new: str
    kind: str

    def apply(self, text: str) -> str:
        return text[: self.start] + self.new + text[self.start + len(self.old) :]

    def line(self, text: str) -> int:
        """The line that it begins in, from 1."""
        return text.count("\n", 0, self.start) + 1

    def shown(self, text: str) -> tuple[str, str]:
        """The whole lines that it is in, before and after, each as one line."""
        end = self.start + len(self.old)
        before = text[text.rfind("\n", 0, self.start) + 1 : self.start]
        after = text[end:].partition("\n")[0]
        old, new = (" ".join((before + part + after).split()) for part in (self.old, self.new))
        return old, new

    def failure(self, file: object, text: str) -> Failure:
        """What is wrong when nobody notices it."""
        return Failure((at(file, self.line(text)),), " -> ".join(self.shown(text)))


@dataclass(frozen=True)
class Finder:
    """Finds the changes of a program's text.

    `exchange` maps words to other valid ones: a string that is such a word becomes the other one.
    `guards` are keyword arguments, and functions called for themselves, that act only when
    something is wrong: they are left alone, and so are imports, and texts that are printed.
    `symmetric` are functions, and classes of objects to call, for which the order of two arguments
    has no meaning: these are not exchanged.
    """

    text: str
    exchange: dict[str, str]
    guards: Container[str | None] = ()
    symmetric: Container[str] = ()

    def changes(self) -> list[Change]:
        """All changes, in the order of the text. Raises `SyntaxError`."""
        found: dict[tuple[int, str, str], Change] = {}
        for node in self._nodes(ast.parse(self.text)):
            for change in self._of(node):
                if change.old != change.new:
                    found.setdefault((change.start, change.old, change.new), change)
        return sorted(found.values())

    def _nodes(self, node: ast.AST) -> Iterator[ast.AST]:
        """The nodes that may be changed, each before those inside it."""
        if isinstance(node, ast.JoinedStr | ast.Import | ast.ImportFrom):
            return
        if isinstance(node, ast.keyword) and node.arg in self.guards:
            return
        called = isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and node.value.func
        if called and self._text(called) in self.guards:
            return
        yield node
        for child in ast.iter_child_nodes(node):
            if not (_is_print(node) and _is_text(child)):
                yield from self._nodes(child)

    def _of(self, node: ast.AST) -> Iterator[Change]:
        match node:
            case ast.Call():
                yield from self._of_call(node)
            case ast.Constant():
                yield from self._of_constant(node)
            case ast.BinOp() | ast.AugAssign():
                yield from self._of_operator(node)
            case ast.Compare():
                yield from self._of_comparison(node)
            case ast.UnaryOp(op=ast.USub() | ast.Not()):
                yield self._instead(node, self._text(node.operand), "sign")
            case ast.Expr(value=ast.Call()) if not _is_print(node.value):
                yield self._instead(node, "pass", "statement")

    def _of_call(self, call: ast.Call) -> Iterator[Change]:
        if _SEEDED.search(self._text(call.func)):
            for value in filter(_is_number, call.args):
                yield self._instead(value, _next(value), "seed")
        keywords = [each for each in call.keywords if each.arg not in self.guards]
        for value in (*call.args, *(keyword.value for keyword in keywords)):
            if isinstance(value, ast.Constant) and isinstance(value.value, float) and value.value:
                yield self._instead(value, f"-{self._text(value)}", "sign")
        one, other = [*call.args, None, None][:2]
        has_order = not _is_print(call) and _called(call) not in self.symmetric
        if one and other and has_order and not isinstance(one, ast.Starred):
            yield self._swapped(one, other)
        for keyword in keywords:
            if keyword.arg:
                yield self._without(call, keyword)

    def _of_constant(self, constant: ast.Constant) -> Iterator[Change]:
        match constant.value:
            case bool():
                yield self._instead(constant, str(not constant.value), "flag")
            case int() | float():
                yield self._instead(constant, _next(constant), "number")
            case str() if constant.value in self.exchange:
                other = self._text(constant).replace(constant.value, self.exchange[constant.value])
                yield self._instead(constant, other, "word")

    def _of_operator(self, node: ast.BinOp | ast.AugAssign) -> Iterator[Change]:
        left, right = (
            (node.left, node.right) if isinstance(node, ast.BinOp) else (node.target, node.value)
        )
        if type(node.op) in OPERATORS and not _is_text(left) and not _is_text(right):
            old, new = OPERATORS[type(node.op)]
            yield self._between(left, right, old, new, "operator")

    def _of_comparison(self, node: ast.Compare) -> Iterator[Change]:
        operands = pairwise([node.left, *node.comparators])
        for (left, right), operator in zip(operands, node.ops, strict=True):
            old, new = COMPARISONS[type(operator)]
            yield self._between(left, right, old, new, "comparison")
            if old in SHIFTED and (_is_whole(left) or _is_whole(right)):
                yield self._between(left, right, old, SHIFTED[old], "comparison")

    def _instead(self, node: ast.AST, new: str, kind: str) -> Change:
        start, end = self._span(node)
        return Change(start, self.text[start:end], new, kind)

    def _between(self, left: ast.AST, right: ast.AST, old: str, new: str, kind: str) -> Change:
        """Another operator between two operands; there is at most a parenthesis beside it."""
        start = self.text.index(old, self._span(left)[1], self._span(right)[0])
        return Change(start, old, new, kind)

    def _swapped(self, one: ast.AST, other: ast.AST) -> Change:
        (start, middle), (_, end) = self._span(one), self._span(other)
        gap = self.text[middle : self._span(other)[0]]
        new = f"{self._text(other)}{gap}{self._text(one)}"
        return Change(start, self.text[start:end], new, "swap")

    def _without(self, call: ast.Call, keyword: ast.keyword) -> Change:
        """The call without an argument, and without the comma before it, or else after it."""
        start, end = self._span(keyword)
        ends = [self._span(each)[1] for each in (call.func, *call.args, *call.keywords)]
        comma = self.text.rfind(",", max(each for each in ends if each <= start), start)
        if comma >= 0:
            start = comma
        elif after := re.compile(r"\s*,\s*").match(self.text, end):
            end = after.end()
        return Change(start, self.text[start:end], "", "keyword")

    def _text(self, node: ast.AST) -> str:
        start, end = self._span(node)
        return self.text[start:end]

    def _span(self, node: ast.AST) -> tuple[int, int]:
        """Where a node begins and ends, in characters; `ast` counts the bytes of a line."""
        assert isinstance(node, ast.expr | ast.stmt | ast.keyword)
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        lines = self.text.split("\n")
        starts = [0, *accumulate(len(line) + 1 for line in lines)]
        places = (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)
        start, end = (
            starts[line - 1] + len(lines[line - 1].encode()[:column].decode())
            for line, column in places
        )
        return start, end


def chosen(changes: Iterable[Change], text: str, most: int) -> list[Change]:
    """At most so many of the changes: always of a kind that is rare so far, and in the line that is
    farthest from those chosen before. The same changes give the same choice."""
    left = sorted(changes)
    lines = {change: change.line(text) for change in left}
    picked: list[Change] = []
    while left and len(picked) < most:
        kinds = Counter(change.kind for change in picked)
        taken = [lines[change] for change in picked]
        fewest = min(kinds[change.kind] for change in left)
        rare = [change for change in left if kinds[change.kind] == fewest]
        distances = [min((abs(lines[each] - line) for line in taken), default=0) for each in rare]
        picked.append(rare[distances.index(max(distances))])
        left.remove(picked[-1])
    return sorted(picked)


def _is_print(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "print"


def _called(call: ast.Call) -> str:
    """The last name of what is called: `allclose` of `np.allclose(a, b)`, and of an object that is
    called where it is made, `Loss()(a, b)`, its class."""
    func = call.func.func if isinstance(call.func, ast.Call) else call.func
    return ast.unparse(func).rpartition(".")[2]


def _is_text(node: ast.AST) -> bool:
    is_string = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return is_string or isinstance(node, ast.JoinedStr)


def _is_number(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def _is_whole(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) is int


def _next(node: ast.AST) -> str:
    """Another number: one more than a whole number, the double of any other."""
    value = ast.literal_eval(ast.unparse(node))
    return repr(value + 1 if isinstance(value, int) else 2 * value or 1.0)

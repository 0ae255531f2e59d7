"""`.gitignore` and exclude patterns: git's own language of globs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line: it speaks of paths relative to the folder that it stands in, with `/` between their parts."""

    regex: re.Pattern[str]
    folders_only: bool
    negated: bool


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of one folder."""

    base: Path
    patterns: tuple[Pattern, ...]

    def verdict(self, path: Path, folder: bool) -> bool | None:
        """True: ignored; False: asked for in spite of an earlier pattern; None: nothing is said."""
        relative = path.relative_to(self.base).as_posix()
        for pattern in reversed(self.patterns):
            if (folder or not pattern.folders_only) and pattern.regex.fullmatch(relative):
                return not pattern.negated
        return None


def parse(base: Path, lines: Iterable[str]) -> Patterns:
    return Patterns(base, tuple(pattern for line in lines if (pattern := _pattern(line))))


def ignored(path: Path, folder: bool, levels: Iterable[Patterns]) -> bool:
    """Whether the innermost of `levels` (outermost first) that says anything says so."""
    for patterns in reversed(tuple(levels)):
        verdict = patterns.verdict(path, folder)
        if verdict is not None:
            return verdict
    return False


def _pattern(line: str) -> Pattern | None:
    line = re.sub(r"(?<!\\)((?:\\\\)*) +$", r"\1", line.rstrip("\r\n"))
    if not line or line.startswith("#"):
        return None
    negated = line.startswith("!")
    line = line[negated:]
    folders_only = line.endswith("/")
    line = line.rstrip("/") if folders_only else line
    anchored = "/" in line
    try:
        regex = re.compile(("" if anchored else "(?:.*/)?") + _translated(line.lstrip("/")), re.DOTALL)
    except re.error:
        return None
    return Pattern(regex, folders_only, negated)


_GLOB = re.compile(
    r"(?P<any_depth>(?:(?<=/)|^)\*\*/)|(?P<inside>(?<=/)\*\*$)|(?P<star>\*+)|(?P<one>\?)"
    r"|(?P<set>\[[!^]?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\])|\\(?P<escaped>.)|(?P<other>.)",
    re.DOTALL,
)
_CLASSES = {
    "alnum": "a-zA-Z0-9", "alpha": "a-zA-Z", "digit": "0-9", "lower": "a-z", "upper": "A-Z",
    "space": r"\s", "punct": r"!-/:-@\[-`{-~", "xdigit": "0-9a-fA-F",
}  # fmt: skip


def _translated(glob: str) -> str:
    return "".join(_piece(found) for found in _GLOB.finditer(glob))


def _piece(found: re.Match[str]) -> str:
    fixed = {"any_depth": "(?:.*/)?", "inside": ".+", "star": "[^/]*", "one": "[^/]"}
    kind = found.lastgroup or ""
    if kind == "set":
        return _set(found[0][1:-1])
    return fixed.get(kind) or re.escape(found[kind])


def _set(inner: str) -> str:
    """A bracket expression; as in git it never matches a slash."""
    negated = inner[:1] in ("!", "^")
    inner = re.sub(r"\[:(\w+):\]", lambda named: _CLASSES.get(named[1], ""), inner[negated:])
    inner = re.sub(r"^\]|(?<!\\)\[", lambda found: "\\" + found[0], inner)
    return f"(?!/)[{'^' if negated else ''}{inner}]"

"""The figures in words: on the terminal, as a list of failures, as a page of the documentation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from .judging import Verdict

PAGE = Path(__file__).parents[2] / "docs" / "accuracy.md"

_MEASURES: dict[str, Callable[[Verdict], tuple[int, int]]] = {
    "located on a cause line": lambda v: (bool(v.found), 1),
    "twins with a false alarm": lambda v: (bool(v.alarms), 1),
    "repaired by some fix": lambda v: (v.repaired, 1),
    "repaired by the first fix": lambda v: (v.first, 1),
    "offered fixes that run": lambda v: (sum(o.error is None for o in v.offers), len(v.offers)),
}

_BY_TOPIC = ("located on a cause line", "repaired by some fix")


def _share(measure: Callable[[Verdict], tuple[int, int]], verdicts: Sequence[Verdict]) -> str:
    good, total = (sum(column) for column in zip(*map(measure, verdicts), strict=True)) if verdicts else (0, 0)
    return f"{good}/{total} {100 * good / total:.1f} %" if total else "none"


def _rows(verdicts: Sequence[Verdict]) -> Iterator[tuple[str, ...]]:
    parts = [verdicts, [v for v in verdicts if v.program.seen], [v for v in verdicts if not v.program.seen]]
    yield ("", "all", "seen", "unseen")
    yield ("programs", *(str(len(part)) for part in parts))
    for name, measure in _MEASURES.items():
        yield (name, *(_share(measure, part) for part in parts))


def table(verdicts: Sequence[Verdict]) -> str:
    """The figures, in columns: all, seen, unseen."""
    return "\n".join(f"{row[0]:26}" + "".join(f"{cell:>18}" for cell in row[1:]) for row in _rows(verdicts))


def figures(verdicts: Sequence[Verdict]) -> str:
    """One line."""
    said = "; ".join(f"{name} {_share(measure, verdicts)}" for name, measure in _MEASURES.items())
    return f"{len(verdicts)} programs; {said}"


def failures(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """A line for each that failed. The unseen part stays unseen."""
    told = [v for v in verdicts if v.program.seen]
    for title, wanted, words in (
        ("Not located", lambda v: not v.found, lambda v: "; ".join(v.elsewhere) or "nothing said"),
        ("False alarms on twins", lambda v: v.alarms, lambda v: "; ".join(v.alarms)),
        ("Located, not repaired", lambda v: v.found and not v.repaired, _tried),
        ("Repaired, not by the first fix", lambda v: v.repaired and not v.first, _tried),
        ("Repaired, with offered fixes that raise", lambda v: v.first and any(o.error for o in v.offers), _tried),
    ):
        chosen = [v for v in told if wanted(v)]
        yield f"\n## {title} ({len(chosen)} of {len(told)})\n"
        for v in chosen:
            lines = sorted(v.program.raises | v.program.silent)
            yield f"- `{v.program.name}` ({v.program.title}; line {lines}, {v.found or 'not found'}): {words(v)}"


def _tried(verdict: Verdict) -> str:
    bad = [f"{o.kind} “{o.title}” → {o.error[:140]}" for o in verdict.offers if o.error]
    good = [f"good: {o.kind}" for o in verdict.offers if o.error is None]
    return "; ".join(bad + good) or "no fix offered"


def page(verdicts: Sequence[Verdict]) -> str:
    """docs/accuracy.md"""
    rows = list(_rows(verdicts))
    lines = [
        "# Accuracy",
        "",
        "Written by `make bugs`. Each program of `tests/bugs/corpus` holds one mistake that people post, and a mended",
        "twin. Both are run under the real Keras: the mistake raises at its labelled line, or is one that Keras passes",
        "over; the twin runs. A program counts as repaired when the text with a fix's edits runs to its end.",
        "While the rules were worked on, only the *seen* programs were looked at.",
        "",
        *_markdown(rows[0], rows[1:]),
        "",
        "By what is wrong, all programs:",
        "",
        *_markdown(("", "programs", *_BY_TOPIC), list(_topics(verdicts))),
        "",
        "| program | part | mistake | found as | twin silent | fixes that run | first fix |",
        "|---|---|---|---|---|---|---|",
        *(_line(v) for v in verdicts),
    ]
    return "\n".join(lines) + "\n"


def _topics(verdicts: Sequence[Verdict]) -> Iterator[tuple[str, ...]]:
    for topic in dict.fromkeys(sorted(v.program.topic for v in verdicts)):
        part = [v for v in verdicts if v.program.topic == topic]
        yield (topic, str(len(part)), *(_share(_MEASURES[name], part) for name in _BY_TOPIC))


def _markdown(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    for row in (head, ("---",) * len(head), *rows):
        yield "| " + " | ".join(row) + " |"


def _line(v: Verdict) -> str:
    run = sum(o.error is None for o in v.offers)
    part = "seen" if v.program.seen else "unseen"
    return (
        f"| [{v.program.name}](../tests/bugs/corpus/{v.program.name}.py) | {part} | {v.program.title} "
        f"| {f'`{v.found}`' if v.found else '–'} | {'no' if v.alarms else 'yes'} | {run} of {len(v.offers)} "
        f"| {'yes' if v.first else 'no'} |"
    )

"""docs/coverage.md and the README's totals, from the counts that `make oracle` recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ORACLE = Path(__file__).resolve().parents[1] / "tests" / "oracle"
_KINDS = ("agreed", "disagreed", "unknown", "missed")
_INTRODUCTION = """# What is known, and how it is proved

Each rule is given arguments drawn at random, wrong ones among them, and its answer is compared with that of the real
Keras, numpy, TensorFlow, … on the same. *Agreed*: the same shape and type, or both refuse. *Disagreed*: another answer,
or a false alarm. *Unknown*: the real one knows and ours passes in silence. *Missed*: the real one refuses, ours does
not say so. Where ours is shown only a part of the arguments (*partly unknown*), silence counts as agreed: no alarm may
come of what it does not know.

Written by `make generate` from the last `make oracle`."""


def _lines(file: str) -> list[list[str]]:
    """The cells of a recorded file, its head first."""
    lines = (ORACLE / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def rows() -> list[tuple[str, str, Counter[str]]]:
    """Family, name and counts of all that was compared."""
    head, *rest = _lines("recorded.tsv")
    return [(family, name, Counter(dict(zip(head[2:], map(int, counts))))) for family, name, *counts in rest]


def totals() -> str:
    """The sum of all, in a sentence."""
    found = rows()
    total: Counter[str] = sum((counts for _, _, counts in found), Counter())
    cases = sum(total[kind] for kind in _KINDS)
    share = 100 * total["unknown"] / max(cases, 1)
    return (
        f"{len(found):,} names in {cases:,} cases against the real libraries: {total['agreed']:,} agreed, "
        f"{total['disagreed']:,} disagreed, {total['unknown']:,} unknown ({share:.1f} %), {total['missed']:,} missed."
    )


def page() -> str:
    """docs/coverage.md"""
    return "\n".join([_INTRODUCTION, "", totals(), "", *_families(), *_rest()]) + "\n"


def _families() -> Iterator[str]:
    found = rows()
    for family in sorted({family for family, _, _ in found}):
        yield f"## {family.replace('_', ' ')}\n"
        yield "| name | agreed | disagreed | unknown | missed |"
        yield "| --- | ---: | ---: | ---: | ---: |"
        for own, name, counts in found:
            if own == family:
                cell = name.replace("|", "\\|")
                yield f"| `{cell}` | {' | '.join(str(counts[kind]) for kind in _KINDS)} |"
        yield ""


def _rest() -> Iterator[str]:
    rules = _lines("rules.tsv")[1:]
    names = [name for name, compared in rules if compared == "0"]
    yield "## Not compared\n"
    yield f"{len(rules) - len(names):,} of {len(rules):,} rules were asked in these cases. The others:\n"
    yield ", ".join(f"`{name}`" for name in names)

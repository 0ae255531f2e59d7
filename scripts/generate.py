"""Writes what repeats from its one source: `make generate`. A test compares what this would write with what is there.

package.json                    settings                     from keras_shapes.settings
README.md                       tables of settings, rules    from keras_shapes.settings and the diagnostics
server/keras_shapes/rules/*.md  a page for each rule         from the diagnostics' docstrings
docs/coverage.md                what agreed with the oracle  from tests/oracle/recorded.tsv; totals in README.md
"""

from __future__ import annotations

import inspect
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

# Beside this script, also where it is loaded by its path.
sys.path.insert(0, str(Path(__file__).parent))

import coverage_page

from keras_shapes.diagnostics import rules
from keras_shapes.settings import SECTION, json_schema, restricted

ROOT = Path(__file__).resolve().parents[1]
RULES = ROOT / "server" / "keras_shapes" / "rules"

# The editor's language client reads this one itself.
TRACE = {
    "type": "string",
    "default": "off",
    "markdownDescription": "Write the messages between the editor and the server to the log.",
    "enum": ["off", "messages", "verbose"],
}


def manifest(text: str) -> str:
    """package.json with the settings as they are now, in the layout that npm writes."""
    content = json.loads(text)
    guarded = restricted()
    properties = {
        f"{SECTION}.{name}": {**schema, "scope": "machine-overridable" if name in guarded else "window"}
        for name, schema in {**json_schema(), "trace.server": TRACE}.items()
    }
    content["contributes"]["configuration"]["properties"] = properties
    untrusted = content["capabilities"]["untrustedWorkspaces"]
    untrusted["restrictedConfigurations"] = [f"{SECTION}.{name}" for name in guarded]
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def readme(text: str) -> str:
    """README.md with its generated tables as they are now."""
    settings = (
        (f"`{name}`", _default(schema), _cell(str(schema["markdownDescription"]), schema))
        for name, schema in json_schema().items()
    )
    text = _between(text, "settings", _table(("setting", "default", "what it does"), settings))
    text = _between(text, "coverage", coverage_page.totals())
    return _between(text, "rules", rule_table("server/keras_shapes/rules/"))


def rule_table(folder: str) -> str:
    """A line for each rule, linked to its page in `folder`."""
    summaries = ((code, rule.SEVERITY, _page(rule).partition("\n")[0]) for code, rule in rules().items())
    rows = ((f"[`{code}`]({folder}{code}.md)", severity, summary) for code, severity, summary in summaries)
    return _table(("rule", "level", "what it finds"), rows)


def rule_pages() -> dict[str, str]:
    """Each page of server/keras_shapes/rules/ by its name: one a rule, and the list of them."""
    pages = {f"{code}.md": f"# {code}\n\n*Level: {rule.SEVERITY}*\n\n{_page(rule)}\n" for code, rule in rules().items()}
    return {"README.md": f"# The rules\n\n{rule_table('')}\n", **pages}


def _page(rule: ModuleType) -> str:
    return inspect.cleandoc(rule.__doc__ or "")


def _default(schema: Mapping[str, Any]) -> str:
    return f"`{json.dumps(schema['default'], ensure_ascii=False)}`"


def _cell(words: str, schema: Mapping[str, Any]) -> str:
    allowed = ", ".join(f"`{value}`" for value in schema.get("enum", ()))
    return f"{words} One of {allowed}." if allowed else words


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    cells = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in cells)


def _between(text: str, name: str, new: str) -> str:
    """`text` with what stands between the marks of `name` replaced."""
    start, end = f"<!-- {name}: made by `make generate` -->", f"<!-- end of {name} -->"
    before, _, rest = text.partition(start)
    _, found, after = rest.partition(end)
    if not found:
        raise ValueError(f"the marks of {name} are missing")
    return f"{before}{start}\n\n{new}\n\n{end}{after}"


def outputs() -> dict[Path, str]:
    """Each generated file, and what should be in it."""
    rewritten = {"package.json": manifest, "README.md": readme}
    files = {ROOT / name: write((ROOT / name).read_text(encoding="utf-8")) for name, write in rewritten.items()}
    files[ROOT / "docs" / "coverage.md"] = coverage_page.page()
    return files | {RULES / name: page for name, page in rule_pages().items()}


def stale(expected: Mapping[Path, str]) -> list[Path]:
    """The files whose content is not what is expected, and pages of rules that are no more."""
    left = [page for page in sorted(RULES.glob("*.md")) if page not in expected]
    return left + [
        path for path, text in expected.items() if not path.exists() or path.read_text(encoding="utf-8") != text
    ]


def main() -> int:
    """Writes what is stale; with `--check` only tells, and ends with status 1 where something is."""
    expected = outputs()
    changed = stale(expected)
    for path in changed:
        print(path.relative_to(ROOT))
        if "--check" in sys.argv:
            continue
        if path in expected:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(expected[path], encoding="utf-8")
        else:
            path.unlink()
    print(f"{len(expected)} files, {len(changed)} {'stale' if '--check' in sys.argv else 'written'}")
    return 1 if changed and "--check" in sys.argv else 0


if __name__ == "__main__":
    raise SystemExit(main())

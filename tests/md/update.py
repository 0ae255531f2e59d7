"""`python -m tests.md.update`: writes on every page what the analysis says now. Read the difference before committing.

Real Keras is asked all the same when the pages are tested, so a wrong expectation cannot be written down unseen.
"""

from __future__ import annotations

from pathlib import Path

from .pages import Page, read, told_by_us, with_expectations


def updated(text: str, pages: list[Page]) -> str:
    """A page file's text with what is told of each of its programs."""
    for page in pages:
        text = text.replace(f"```python\n{page.text}```", f"```python\n{with_expectations(page, *told_by_us(page))}```")
    return text


def main() -> int:
    changed = 0
    files = sorted(Path(__file__).parent.glob("*.md"))
    for file in files:
        before = file.read_text(encoding="utf-8")
        after = updated(before, read(file))
        if after != before:
            file.write_text(after, encoding="utf-8")
            print(file.name)
            changed += 1
    print(f"{len(files)} pages, {changed} rewritten")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

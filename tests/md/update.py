"""`python -m tests.md.update [PAGE…]`: writes on the pages (all, or those named) what the analysis says now.

Read the difference before committing. Real Keras is asked all the same when the pages are tested, so a wrong
expectation cannot be written down unseen.
"""

from __future__ import annotations

import sys
from pathlib import Path

from .ours import told_by_us
from .pages import BLOCK, Page, read, with_expectations


def updated(text: str, pages: list[Page]) -> str:
    """A page file's text with what is told of each of its programs."""
    parts = iter([part for page in pages for part in with_expectations(page, *told_by_us(page))])
    return BLOCK.sub(lambda block: f"{block[0][: block.start(2) - block.start()]}{next(parts).text}```", text)


def main() -> int:
    changed = 0
    files = [f for f in sorted(Path(__file__).parent.glob("*.md")) if not sys.argv[1:] or f.stem in sys.argv[1:]]
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

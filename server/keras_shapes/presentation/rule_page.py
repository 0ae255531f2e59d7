"""Where a rule's page is on the web."""

_PAGES = "https://keras-shapes.github.io/rules"


def rule_page(code: str) -> str:
    return f"{_PAGES}/{code}"

"""A language server that does nothing: what any server on pygls pays before it can do something."""

from pygls.lsp.server import LanguageServer

if __name__ == "__main__":
    LanguageServer("floor", "1").start_io()

"""The language server: it translates an `Analysis` for editors and computes nothing itself."""

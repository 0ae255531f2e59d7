"""What validation says, held against whole programs that were really run."""

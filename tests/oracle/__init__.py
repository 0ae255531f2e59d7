"""Our rules against the real libraries."""

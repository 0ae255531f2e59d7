"""pandas: a DataFrame is an array of rank 2 and kind "pandas" with its columns, a Series one of rank 1."""

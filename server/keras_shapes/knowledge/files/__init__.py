"""What files on a disk say of themselves: headers, first lines, names of folders. Nothing unbounded is read."""

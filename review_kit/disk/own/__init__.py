"""A council's own tables: which table a file extends, how it was saved, and what each of its rows may hold."""

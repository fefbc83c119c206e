"""OUTSIDE: the commands of `review-kit`, one file for each; each has `add`, which adds it to the parser."""

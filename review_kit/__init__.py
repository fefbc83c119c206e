"""Keeps a health offer for care experienced young people true."""

__version__ = "0.1.0"

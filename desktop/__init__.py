"""Bunkatsu: everything that follows from a stock split."""

__version__ = "1.0.0"

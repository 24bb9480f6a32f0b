"""The words of a language; no word list lives in code."""

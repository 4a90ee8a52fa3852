"""A workbook becomes a scenario again: what is typed in it is read by the names of its cells."""

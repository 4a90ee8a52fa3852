"""The printed report: the result tables, the time line and the checks on pages, without Qt."""

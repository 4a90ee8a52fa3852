"""The report on paper: fonts, painting, PDF, print and preview."""

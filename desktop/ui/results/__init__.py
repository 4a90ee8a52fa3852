"""The results on the right side: paper with tables that can be copied and that explain their figures."""

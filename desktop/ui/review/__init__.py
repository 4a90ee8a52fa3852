"""The review of an announcement: its text on one side, what was read from it on the other."""

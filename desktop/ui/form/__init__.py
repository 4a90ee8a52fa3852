"""The left side of the window: the forms into which an event is typed."""

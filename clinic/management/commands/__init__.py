"""The commands of the clinic's side."""

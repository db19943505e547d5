"""The verbs of the command line that talk, answer and train."""

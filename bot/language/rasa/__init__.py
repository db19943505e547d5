"""The Rasa worker: a process of its own, and the way to it."""

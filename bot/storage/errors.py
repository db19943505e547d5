"""What goes wrong with a storage as a whole, told to the person who runs the bot."""

from __future__ import annotations


class StorageError(Exception):
    """The storage cannot be used. Its text (Dutch) names the file or server and the remedy.

    It never holds what a person wrote, nor a password.
    """

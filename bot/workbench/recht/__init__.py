"""``kennis recht``: everything in a pack that says something of law."""

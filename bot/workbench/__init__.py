"""For whoever owns a pack: one drawer per verb of ``kennis``. The chat knows nothing of it."""

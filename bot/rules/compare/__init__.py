"""How two packs differ, over all answers."""

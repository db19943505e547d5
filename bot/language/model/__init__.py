"""From a model's scores to an understanding, and what it is trained on."""

"""The small words: names, numbers, days, joints of sentences. All that speak share them."""

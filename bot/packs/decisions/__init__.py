"""The kinds of decisions in a raw pack, each in one module: how it is made, and what is wrong."""

"""A pack as pictures: the graph of its decisions, its tables and matrices, and a page of them."""

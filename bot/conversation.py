"""One turn: load, understand, step, save.

Nothing slow runs inside the transaction: the state is loaded and the text understood before it,
and when another turn was saved meanwhile (the revision moved) this one is repeated.
"""

"""The command line: verbs that speak Dutch, and are loaded only when they are asked for."""

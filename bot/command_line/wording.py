"""What the command line itself says: the heads of its help, and what is wrong with a call."""

CALLED, GIVEN, ADDED = "gebruik: ", "wat je opgeeft", "wat je erbij kunt zetten"
HELP, VERSION = "laat deze hulp zien", "laat de versie zien"
UNKNOWN = "dit ken ik niet: {}"
MISSING = "dit ontbreekt nog: {}"
NO_SUCH_VERB = "'{}' ken ik niet. Kies uit: {}"
NEEDS_VALUE = "na {} hoort nog iets"
HAS_NO_VALUE = "bij {} hoort geen waarde: '{}'"

"""What the measures of texts say."""

from __future__ import annotations

NO_PATH = "Ik vind {path} niet."
NOT_READY = "{what} is nog niet klaargezet. Typ één keer: make lang"
MEASURING = "Het meten van teksten"
DICTIONARY = "Het woordenboek"
FIGURES = (
    "{texts} teksten, {words} woorden. Flesch-Douma gemiddeld {flesch:.0f} over {prose} "
    "langere teksten; {sentence:.1f} woorden per zin. {faults} te verbeteren, {hints} "
    "hints."
)
PLAINER = "‘{word}’, beter: ‘{plain}’"
IN_FULL = "‘{short}’, schrijf: ‘{full}’"
NO_U = "‘u’ of ‘uw’; zeg je, of zet aanhalingstekens om wat iemand anders zegt"
LONG_SENTENCE = "lange zin"
WORDS_OF_SENTENCE = "{words} woorden (hoogstens {most}): {sentence}"
WORDS_ON_AVERAGE = "{words:.1f} woorden (hoogstens {most:.0f})"
MEAN_SENTENCE = "gemiddelde zin"
FLESCH = "Flesch-Douma {score:.0f} (minstens {least:.0f})"
HELP_PATHS = "alleen deze bestanden, mappen of pakketten, anders alles van ons"
HELP_HINTS = "laat ook zien wat goed kan zijn zoals het is"

"""The topics of what a person tells for papers that code knows by name, and the papers that others
read. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

Told: TypeAlias = Mapping[str, tuple[str, ...]]
"""Topic -> the sentences about it, in the order in which they were told."""

HAPPENS = "gebeurt"
"""The topic of what happens, and of what is about nothing else."""
MEETING = "bijeenkomst"
"""The topic of a day with a time of the clock."""
DECISION = "besluit"
"""The topic of who decides, and when."""
CONTACT = "contact"
"""The topic of whom one can reach."""
FIXED, STEPS = "vast", "stappen"
DONE = "gedaan"
"""The topic of who took part, and when."""
EARLIER, UNKNOWN = "eerder", "onbekend"
"""The topics of what was said before, and of what nobody knows yet."""
PROGRAMME, NEVER = "programma", "niet"
"""The topics of what a meeting must speak of, and of what nobody promises there."""
DOUBTED = "twijfel"
"""No topic: the lines, told under a topic too, that stay out of what others read until a person
puts them in."""
RUNNING_ORDER = "draaiboek"
ONLY_IN = "@"
"""Between a topic and the one paper that a line is for."""
LETTER = "bewonersbrief"
OUTSIDE = (
    LETTER, "mail_partij", "vragen_antwoorden", "raadsvoorstel", "raadsinformatiebrief",
    "participatieverslag", "participatieplan",
)  # fmt: skip
"""The papers that others read: a note of who writes stands in none of them."""

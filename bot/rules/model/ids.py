"""The names that everything in a pack goes by, and those that stand for something fixed."""

from __future__ import annotations

from typing import TypeAlias

QuestionId: TypeAlias = str
OptionId: TypeAlias = str
DecisionId: TypeAlias = str
Outcome: TypeAlias = str
"""The name of an outcome of a decision."""
InputId: TypeAlias = str
"""A question or a decision that a condition looks at."""

YES, NO = "ja", "nee"
NOT_APPLICABLE = "nvt"
UNDIVIDED = "niet_verdeeld"
"""The piece that is at hand in a project that is not divided; no condition names it."""
NO_RULE = "geen_regel"
"""The named outcome of a table in which no row holds."""
MORE_THAN_ONE = "meer_dan_een_regel"
"""The named outcome of a table with hit policy Unique in which two rows hold at once."""

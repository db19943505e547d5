"""What ``kennis lijst`` says."""

from __future__ import annotations

NO_PACKS = "In '{folder}' staan geen pakketten."
BROKEN = "{id} doet niet mee:\n{problems}"
MISDIRECTED = "{id} verwijst verkeerd:\n{problems}"
PACK = "{id} {version}: {title} ({questions} vragen, {faqs} veelgestelde vragen)"

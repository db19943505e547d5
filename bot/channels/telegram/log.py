"""What this channel logs goes by one name."""

from __future__ import annotations

import logging

logger = logging.getLogger("bot.channels.telegram")

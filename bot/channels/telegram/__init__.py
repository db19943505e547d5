"""Telegram: our own way from an update to a durable turn, and from the outbox to the person."""

from bot.channels.telegram.client import Refused
from bot.channels.telegram.run import Tuning, run_polling, run_webhook

__all__ = ["Refused", "Tuning", "run_polling", "run_webhook"]

"""What a channel itself says to a person."""

from __future__ import annotations

NOTE_KEPT = "Je notitie staat in {file}, en als Word-bestand in {word}."
GOODBYE = "Tot later. Je antwoorden zijn bewaard."

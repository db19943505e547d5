"""What a channel itself says to a person."""

from __future__ import annotations

NOTE_KEPT = "Je notitie staat in {file}, en als Word-bestand in {word}."
NOTE_NOT_KEPT = "Ik kon de notitie niet opslaan in {folder}: {why}. Hierboven kun je hem kopiëren."
NOT_SHOWN = "Eén antwoord kon ik niet laten zien. Vraag het gerust nog eens."
GOODBYE = "Tot later. Je antwoorden zijn bewaard."

"""What a channel itself says to a person."""

from __future__ import annotations

LADDER_HEAD = "Wat er nog kan, van veel naar weinig invloed voor inwoners"
OWNED_HEAD = "Van wie is wat, in de vorm die nu het best past"
OUT = "valt af"
SHARE = "{share} %"

NOTE_KEPT = "Je stuk staat in {file}, en als Word-bestand in {word}."
NOTE_NOT_KEPT = "Ik kon het stuk niet opslaan in {folder}: {why}. Hierboven kun je het kopiëren."
CALENDAR_KEPT = "Je data staan in {file}. Open dat bestand met je agenda."
UNTITLED = "Notitie"
NO_STYLE = (
    "De stijl ‘{style}’ staat er niet in. Laat de bot eerst een gewoon stuk maken, verander "
    "daarin de stijlen en bewaar het als sjabloon"
)
NO_WORD_FILE = (
    "Dit is geen Word-bestand dat ik kan lezen. Bewaar het opnieuw in Word, als Word-document"
)
NOT_SHOWN = "Eén antwoord kon ik niet laten zien. Vraag het gerust nog eens."
GOODBYE = "Tot later. Je antwoorden zijn bewaard."

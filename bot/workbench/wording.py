"""What the verbs on packs say when a pack or an earlier version of it is not there."""

from __future__ import annotations

NO_FOLDER = "De map '{folder}' is er niet."
NOT_IN_GIT = "De map '{folder}' staat niet in git. Alleen daarin staan eerdere versies."
NO_VERSION = (
    "De versie '{asked}' ken ik niet. Goed zou zijn: HEAD~1, een label, een tak of een "
    "commit (zie: git log)."
)
FOLDER_NOT_YET = "De map '{folder}' was er nog niet in '{asked}'."
NO_GIT = "Git is er niet. Zonder git zie ik geen eerdere versies."
NO_PACK_FILE_THEN = "In '{asked}' stond in '{name}' geen {file}."
NO_PACK_THEN = "Het pakket '{name}' was er niet in '{asked}'.{told}"
NO_PACK_FILE = "In de map '{name}' staat geen {file}."
NO_PACKS = "Er staan hier geen pakketten."
NO_PACK = "Pakket '{name}' ken ik niet. {told}"

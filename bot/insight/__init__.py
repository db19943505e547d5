"""Values to show: the advice, its reasons, the note. No channel builds these itself."""

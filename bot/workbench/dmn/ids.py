"""The ids of elements in a DMN file, made of the names of the pack.

A dot separates a table from its own rules (``vorm.vm_derde``), a hyphen from what every element
has (``vorm-uit``); what is ours beside the rows of the pack has a capital (``vorm.Anders``). So
no two elements get the same id, and the same pack always gets the same ids.
"""

from __future__ import annotations


def source_id(id: str) -> str:
    """The id of a source in the file."""
    return f"bron-{id}"


def requirement_id(low: str, high: str) -> str:
    """The id of the line from what is needed to what needs it."""
    return f"{high}-vraagt-{low}"


def beside_id(name: str) -> str:
    """The id of the text beside a decision."""
    return f"{name}-titel"


def line_id(name: str) -> str:
    """The id of the line from a decision to the text beside it."""
    return f"{name}-lijn"


def rule_id(table: str, *parts: str) -> str:
    """The id of a rule."""
    return ".".join((table, *parts))

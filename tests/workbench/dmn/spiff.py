"""SpiffWorkflow as an engine for an exported file: it knows nothing of packs.

SpiffWorkflow reads a file with one decision. So the file is handed over once per decision, with
the others left out, and the decisions are run in the order in which they need each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import CodeType, SimpleNamespace
from typing import Any

from lxml import etree
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine, TaskDataEnvironment
from SpiffWorkflow.dmn.engine.DMNEngine import DMNEngine
from SpiffWorkflow.dmn.parser.BpmnDmnParser import BpmnDmnParser

MODEL = "{https://www.omg.org/spec/DMN/20191111/MODEL/}"


@cache
def _code(expression: str) -> CodeType:
    return compile(expression.lstrip(" \t"), "<expression>", "eval")  # as eval does with a text


class _Environment(TaskDataEnvironment):
    """Compiles each expression once, not again for every answer."""

    def evaluate(self, expression: str, context: Any, external_context: Any = None) -> Any:
        return super().evaluate(_code(expression), context, external_context)


class _Engine(PythonScriptEngine):
    """Checks the syntax of each expression once, too."""

    validate = staticmethod(lru_cache(maxsize=None)(PythonScriptEngine().validate))


@dataclass(slots=True)
class _Step:
    """One decision, ready to run. What it reads decides what it says, so that is remembered."""

    name: str
    needs: tuple[str, ...]
    collects: bool
    engine: DMNEngine
    known: dict[tuple[Any, ...], Any] = field(default_factory=dict)


class SpiffModel:
    """The decisions of one file."""

    def __init__(self, xml: str) -> None:
        self.steps = list(_steps(etree.fromstring(xml.encode())))
        self.script = _Engine(_Environment())

    def run(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Every decision's outcome; of a Collect table the list of all outcomes."""
        data = dict(values)
        for step in self.steps:
            read = tuple(tuple(v) if isinstance(v := data[n], list) else v for n in step.needs)
            if read not in step.known:
                step.known[read] = self._decide(step, data)
            data[step.name] = step.known[read]
        return {step.name: data[step.name] for step in self.steps}

    def _decide(self, step: _Step, data: dict[str, Any]) -> Any:
        read = {name: data[name] for name in step.needs}
        task = SimpleNamespace(data=read, workflow=SimpleNamespace(script_engine=self.script))
        result = step.engine.result(task)
        assert set(result) <= {step.name}
        return result.get(step.name, [] if step.collects else None)


def _steps(root: etree._Element) -> Iterator[_Step]:
    """The decisions, each after the ones that it needs."""
    left = {element.get("id"): element for element in root.findall(f"{MODEL}decision")}
    while left:
        ready = [name for name, element in left.items() if not set(_needs(element)) & left.keys()]
        assert ready, "decisions need each other in a circle"
        for name in ready:
            element = left.pop(name)
            table = element.find(f"{MODEL}decisionTable")
            parser = BpmnDmnParser()
            parser.add_dmn_xml(_alone(root, name))
            collects = table.get("hitPolicy") == "COLLECT"
            yield _Step(name, tuple(_needs(element)), collects, parser.get_engine(name, None))


def _needs(decision: etree._Element) -> list[str]:
    paths = (
        f"{MODEL}informationRequirement/{MODEL}{kind}"
        for kind in ("requiredInput", "requiredDecision")
    )
    return [
        found.get("href").removeprefix("#") for path in paths for found in decision.findall(path)
    ]


def _alone(root: etree._Element, name: str) -> etree._Element:
    """A copy of the file with this decision only."""
    copy = etree.Element(root.tag, dict(root.attrib), nsmap=root.nsmap)
    copy.append(
        deepcopy(next(one for one in root.findall(f"{MODEL}decision") if one.get("id") == name))
    )
    return copy

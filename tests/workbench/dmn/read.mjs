// Reads a DMN file as an editor does, and decides with FEEL as the standard says.
// A line in: {"xml": …, "cases": [{variable: value}, …]}; a line out: {"warnings", "complaints",
// "outcomes"}, or {"error"}.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { DmnModdle } from "dmn-moddle";
import { evaluate, unaryTest } from "@bpmn-io/feelin";

const require = createRequire(import.meta.url);
const { Linter } = require("dmnlint");
const NodeResolver = require("dmnlint/lib/resolver/node-resolver.js");

const said = new Map();

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await read(JSON.parse(line)).catch((error) => ({ error: String(error) }));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

async function read({ xml, cases }) {
  const { rootElement, warnings } = await new DmnModdle().fromXML(xml);
  // A linter of its own: its rules remember what they saw.
  const linter = new Linter({
    config: { extends: "dmnlint:recommended" },
    resolver: new NodeResolver({ require }),
  });
  const reports = Object.values(await linter.lint(rootElement)).flat();
  const steps = inOrder(rootElement.drgElement.filter((one) => one.$type === "dmn:Decision"));
  return {
    warnings: warnings.map(String),
    complaints: reports.map((one) => `${one.id}: ${one.message}`),
    outcomes: cases.map((values) => decide(steps, values)),
  };
}

function needs(decision) {
  return (decision.informationRequirement ?? []).map((one) =>
    (one.requiredDecision ?? one.requiredInput).href.slice(1)
  );
}

function inOrder(decisions) {
  const left = new Map(decisions.map((one) => [one.id, one]));
  const done = [];
  while (left.size) {
    const ready = [...left.values()].filter((one) => !needs(one).some((id) => left.has(id)));
    if (!ready.length) throw new Error("decisions need each other in a circle");
    for (const one of ready) {
      left.delete(one.id);
      done.push({ id: one.id, needs: needs(one), table: one.decisionLogic, known: new Map() });
    }
  }
  return done;
}

function decide(steps, values) {
  const data = { ...values };
  for (const step of steps) {
    const read = Object.fromEntries(step.needs.map((id) => [id, data[id]]));
    const key = JSON.stringify(read);
    if (!step.known.has(key)) step.known.set(key, outcome(step, read));
    data[step.id] = step.known.get(key);
  }
  return Object.fromEntries(steps.map((step) => [step.id, data[step.id]]));
}

function outcome({ id, table }, data) {
  const inputs = (table.input ?? []).map((one) => feel(one.inputExpression.text, data));
  const hits = table.rule.filter((rule) =>
    (rule.inputEntry ?? []).every((cell, i) => test(cell.text, inputs[i]))
  );
  const found = hits.map((rule) => feel(rule.outputEntry[0].text, data));
  if (table.hitPolicy === "COLLECT") {
    return table.aggregation === "SUM" ? found.reduce((a, b) => a + b) : found;
  }
  if (table.hitPolicy !== "FIRST" && hits.length > 1) {
    throw new Error(`${id} is UNIQUE, and these hold: ${hits.map((one) => one.id)}`);
  }
  return found[0] ?? null;
}

function feel(text, data) {
  return quiet(evaluate(text, data), text);
}

// A cell looks at its own input only, so what it says of a value is remembered.
function test(text, input) {
  const key = `${text}\n${JSON.stringify(input)}`;
  if (!said.has(key)) said.set(key, quiet(unaryTest(text, { "?": input }), text) === true);
  return said.get(key);
}

function quiet({ value, warnings }, text) {
  if (warnings.length) throw new Error(`${text}: ${JSON.stringify(warnings)}`);
  return value;
}

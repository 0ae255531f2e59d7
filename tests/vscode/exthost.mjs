// The same extension through VS Code's programming interface: a test module runs inside the extension host.
import path from "node:path";
import { copyOfExamples, PYTHON, startCodeServer } from "./code-server.mjs";

const MILLISECONDS = 300_000;

export async function run(report) {
  const codeServer = await startCodeServer({
    workspace: copyOfExamples(),
    env: { KERAS_SHAPES_TEST_PYTHON: PYTHON },
    tests: path.join(import.meta.dirname, "exthost-tests.cjs"),
    developed: [path.join(import.meta.dirname, "python-extension")],
  });
  try {
    let end;
    const ended = new Promise((resolve, reject) => {
      end = resolve;
      setTimeout(() => { reject(new Error("the extension host did not answer in time")); }, MILLISECONDS);
    });
    await codeServer.page.exposeFunction("codeAutomationExit", end);
    await codeServer.page.exposeFunction("codeAutomationLog", (_level, words) => tally(report, words.join(" ")));
    await codeServer.go();
    const status = await ended;
    if (status !== 0) throw new Error(`the test module ended with ${status}`);
  } finally {
    report.say(`profile: ${codeServer.root}`);
    await codeServer.stop();
  }
}

function tally(report, line) {
  const said = /^TEST (ok|FAILED) (.*)$/s.exec(line);
  if (!said) return;
  if (said[1] === "ok") report.passed += 1;
  else report.failed += 1;
  report.say(`${said[1]} ${said[2]}`);
}

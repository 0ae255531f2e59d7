// The same extension through VS Code's programming interface: a test module runs inside the extension host.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { copyOfExamples, PYTHON, startCodeServer } from "./code-server.mjs";

const MILLISECONDS = 900_000;

export async function run(report) {
  const workspace = copyOfExamples();
  const codeServer = await startCodeServer({
    workspace,
    env: {
      KERAS_SHAPES_TEST_PYTHON: PYTHON,
      KERAS_SHAPES_TEST_PYTHON_WITHOUT_KERAS: systemPython(),
      XDG_STATE_HOME: stateWithConsent(workspace),
    },
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

/** A folder where the question that comes before the first validation is answered already: nobody is there to click. */
function stateWithConsent(workspace) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keras-shapes-state-"));
  fs.mkdirSync(path.join(folder, "keras-shapes"));
  const allowed = [["Run", PYTHON, workspace]];
  fs.writeFileSync(path.join(folder, "keras-shapes", "validation.json"), JSON.stringify({ version: 1, allowed }));
  return folder;
}

// The environment has the libraries; the Python that it was made with does not.
function systemPython() {
  return execFileSync(PYTHON, ["-c", "import sys; print(getattr(sys, '_base_executable', sys.executable))"], { encoding: "utf8" }).trim();
}

function tally(report, line) {
  const said = /^TEST (ok|FAILED) (.*)$/s.exec(line);
  if (!said) return;
  if (said[1] === "ok") report.passed += 1;
  else report.failed += 1;
  report.say(`${said[1]} ${said[2]}`);
}

// The extension as a user meets it: every check goes through the window.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { copyOfExamples, PYTHON, startCodeServer } from "./code-server.mjs";
import { Editor, FIRST_MILLISECONDS } from "./editor.mjs";

// A validation imports TensorFlow and runs the model once for the finding and once for each fix.
const VALIDATION_MILLISECONDS = 90_000;

const PROGRAMS = [
  {
    file: "lstm_rank.py", severity: "error", at: "forecaster.predict", code: "input-rank",
    says: [/\(None, 20, 10\)/, /\(100, 10\)/], related: [/lstm_rank\.py/, /100, 10|20, 10/],
    hint: "(100, 10) float64", lens: "→ (None, 1)", hover: "forecaster",
    fix: /\(100, 10, 1\)/, fixed: /input_shape=\(10, 1\)/,
  },
  {
    file: "conv2d_size.py", severity: "error", at: "classifier.predict", code: "input-shape",
    says: [/\(None, 28, 28, 1\)/, /\(100, 32, 32, 3\)/], related: [/conv2d_size\.py/, /32, 32, 3|28, 28, 1/],
    hint: "(100, 32, 32, 3) float64", lens: "→ (None, 1)", hover: "classifier",
    fix: /Declare the input .*32, 32, 3\)/, fixed: /input_shape=\(32, 32, 3\)/,
  },
  {
    file: "uint8_pixels.py", severity: "warning", at: "digits.predict", code: "unnormalized-input",
    says: [/0 to 254/], related: [/uint8_pixels\.py/],
    hint: "(100, 784) uint8", lens: "→ (None, 10)", hover: "digits",
    fix: /float32 in 0\.\.1/, fixed: /\.astype\("float32"\) \/ 255/,
  },
];

const NOTEBOOKS = [
  { ...PROGRAMS[0], file: "lstm_rank.ipynb" },
  { ...PROGRAMS[2], file: "uint8_pixels.ipynb", fixed: /\.astype\(\\"float32\\"\) \/ 255/ },
];

export async function run(report) {
  const workspace = copyOfExamples();
  const codeServer = await startCodeServer({ workspace, machineSettings: { "keras-shapes.interpreter": PYTHON } });
  const editor = new Editor(codeServer.page);
  const test = (name, check) =>
    report.test(name, check, async () => {
      await editor.screenshot(`failed-${name.replace(/\W+/g, "-")}`);
      await editor.calmDown();
    });
  try {
    await codeServer.go();
    for (const program of PROGRAMS) await checkProgram(test, editor, workspace, codeServer.root, program);
    await checkSilence(test, editor);
    await checkCancel(test, editor, workspace);
    for (const program of NOTEBOOKS) await checkNotebook(test, editor, workspace, program);
    await checkServer(test, editor, codeServer);
  } finally {
    report.say(`profile: ${codeServer.root}`);
    await codeServer.stop();
  }
  await checkRestrictedMode(report);
}

async function checkProgram(test, editor, workspace, root, program) {
  const { file, severity, at } = program;
  await test(`${file}: ${severity} squiggle`, async () => {
    await editor.open(file);
    await editor.squiggle(severity).first().waitFor({ timeout: FIRST_MILLISECONDS });
  });
  await test(`${file}: hint`, () => editor.line(program.hint).first().waitFor());
  await test(`${file}: lens`, () => editor.lens(program.lens).waitFor());
  await test(`${file}: status item counts`, () => editor.status.filter({ hasText: "1 finding" }).waitFor());
  await test(`${file}: hover`, async () => {
    const hover = await editor.hover(program.hover);
    await hover.filter({ hasText: "(None" }).first().waitFor();
    await editor.page.mouse.move(640, 5);
  });
  await test(`${file}: problem and its related lines`, async () => {
    const rows = await editor.problems(program.code);
    const said = (await rows.allInnerTexts()).join("\n");
    for (const words of program.says) assert.match(said, words);
    const related = rows.locator(".related-info-resource-container, .related-info-resource").first();
    await related.waitFor();
    const all = (await rows.allInnerTexts()).join("\n");
    for (const words of program.related) assert.match(all, words);
    await editor.screenshot(`${file}-problem`);
    await editor.hideProblems();
  });
  if (severity === "error") await checkValidation(test, editor, root, program);
  await checkFix(test, editor, path.join(workspace, file), program, at);
}

async function checkValidation(test, editor, root, { file, at }) {
  await test(`${file}: Validate by running agrees with the finding and its fixes`, async () => {
    await editor.clickLens("Validate by running");
    if (file === PROGRAMS[0].file) await allowRunning(editor);
    await editor.status.filter({ hasText: `Validating ${file}` }).waitFor();
    await editor.toast("1 confirmed").waitFor({ timeout: VALIDATION_MILLISECONDS });
    await editor.screenshot(`${file}-validated`);
    await editor.clearNotifications();
    await editor.lens("✗ 1 confirmed").waitFor();
    await editor.openFixes(at, "✓ runs");
    await editor.screenshot(`${file}-validated-fixes`);
    await editor.page.keyboard.press("Escape");
  });
  await test(`${file}: the report is in the output channel`, () => until(() => /Validated .* 1 confirmed[^]*with \S+python.* \(python 3/.test(outputChannel(root))));
}

/** What the extension wrote into its output channel: VS Code keeps it in a file. */
function outputChannel(root) {
  const logs = fs.readdirSync(root, { recursive: true }).filter((file) => /exthost\d*[/\\]keras-shapes[^]*\.log$/.test(file));
  return logs.map((file) => fs.readFileSync(path.join(root, file), "utf8")).join("\n");
}

async function checkCancel(test, editor, workspace) {
  await test("a validation that takes long can be cancelled", async () => {
    fs.appendFileSync(path.join(workspace, "uint8_normalised.py"), "\nwhile True:\n    digits(pixels)\n");
    await editor.open("uint8_normalised.py");
    await editor.clickLens("Validate by running");
    // What is under way stands in the status bar; clicked, it comes forward as a notification with its button.
    await editor.page.locator(".statusbar-item", { hasText: "Validating uint8_normalised.py: running the program" }).click();
    const bar = editor.page.locator(".notification-list-item", { hasText: "Validating uint8_normalised.py" }).first();
    await bar.waitFor();
    await editor.screenshot("validation-progress");
    await bar.locator("a.action-label, a.monaco-button", { hasText: "Cancel" }).or(bar.locator('[aria-label="Cancel"]')).first().click();
    await editor.toast("not run: cancelled").waitFor();
    await editor.lens("not run: cancelled").waitFor();
    await editor.closeEditors();
  });
}

/** The first time it asks, naming what it would start; after that never again in this workspace. */
async function allowRunning(editor) {
  const question = editor.toast("Validate by running?");
  await question.waitFor();
  assert.ok((await question.innerText()).includes(PYTHON), "the interpreter is named");
  await editor.screenshot("validation-asks");
  await question.getByRole("button", { name: "Run", exact: true }).click();
}

async function checkFix(test, editor, saved, { file, severity, fix, fixed }, at) {
  await test(`${file}: fix with Ctrl+., saved, gone`, async () => {
    await editor.quickFix(at, fix, `${file}-fixes`);
    await editor.squiggle(severity).first().waitFor({ state: "detached" });
    await editor.save(saved, fixed);
    await editor.screenshot(`${file}-fixed`);
  });
  await editor.closeEditors();
}

async function checkSilence(test, editor) {
  await test("uint8_normalised.py: silent", async () => {
    await editor.open("uint8_normalised.py");
    await editor.lens("→ (None, 10)").waitFor();
    await editor.line("(100, 784) float32").first().waitFor();
    assert.equal(await editor.page.locator(".monaco-editor [class*=squiggly-]:visible").count(), 0);
    await editor.closeEditors();
  });
}

async function checkNotebook(test, editor, workspace, program) {
  const { file, severity } = program;
  await test(`${file}: ${severity} squiggle in its cell`, async () => {
    await editor.open(file);
    await editor.page.locator(".notebookOverlay").first().waitFor();
    await editor.squiggle(severity).first().waitFor();
    assert.equal(await editor.squiggle(severity).count(), 1);
  });
  await test(`${file}: hint and lens in cells`, async () => {
    await editor.line(program.hint).first().waitFor();
    await editor.lens(program.lens).waitFor();
    await editor.screenshot(`${file}-problem`);
  });
  await checkFix(test, editor, path.join(workspace, file), program, program.at);
}

async function checkServer(test, editor, codeServer) {
  await test("Show model opens a preview", async () => {
    await editor.open("conv2d_size.py");
    await editor.line(", 32, 32, 3) float64").first().waitFor(); // the lens moves while hints come
    await editor.clickLens("Show model");
    await editor.page.locator('.tab[aria-label*="Model.md"]').waitFor();
    const preview = editor.page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
    await preview.getByText("Conv2D").first().waitFor();
    await editor.screenshot("show-model");
    await editor.closeEditors();
  });
  await test("a crashed server comes back", async () => {
    await editor.open("lstm_rank.py");
    await editor.lens("→ (None, 1)").waitFor();
    const [crashing] = serverProcesses(codeServer.root);
    process.kill(crashing, "SIGKILL");
    await editor.lens("→ (None, 1)").waitFor({ state: "detached" });
    await editor.lens("→ (None, 1)").waitFor({ timeout: FIRST_MILLISECONDS });
    assert.notDeepEqual(serverProcesses(codeServer.root), [crashing]);
  });
  await test("the status item's menu shows what the server runs on", async () => {
    await editor.status.click();
    await editor.page.locator(".quick-input-list .monaco-list-row", { hasText: "Choose interpreter" }).waitFor();
    await editor.page.keyboard.press("Escape");
  });
  await test("an interpreter that cannot be run is told of, with a way out", async () => {
    codeServer.machineSettings({ "keras-shapes.interpreter": "/no/such/python" });
    const toast = editor.toast("/no/such/python cannot be run");
    await toast.waitFor();
    await toast.locator(".monaco-button", { hasText: "Choose interpreter" }).waitFor();
    await editor.screenshot("no-interpreter");
    await editor.lens("→ (None, 1)").waitFor(); // another Python runs the server meanwhile
  });
  await test("a Python that is too old is told of", async () => {
    const old = path.join(codeServer.root, "python3.8");
    fs.writeFileSync(old, "#!/bin/sh\necho /usr/bin/python3.8\necho 3 8 20\n", { mode: 0o755 });
    codeServer.machineSettings({ "keras-shapes.interpreter": old });
    await editor.toast("is Python 3.8.20; keras-shapes needs 3.10 or newer").waitFor();
    await editor.lens("→ (None, 1)").waitFor();
  });
  await test("a server that keeps crashing is not started for ever", async () => {
    await editor.clearNotifications(); // only three are shown at once
    for (let crash = 1; crash <= 5; crash += 1) {
      await until(() => serverProcesses(codeServer.root).length === 1);
      const [crashing] = serverProcesses(codeServer.root);
      process.kill(crashing, "SIGKILL");
      await until(() => !serverProcesses(codeServer.root).includes(crashing));
    }
    await editor.toast("crashed 5 times").waitFor();
    await editor.status.filter({ hasText: "stopped" }).waitFor();
    await editor.screenshot("stopped");
    await editor.command("Keras shapes: Restart the server");
    await editor.lens("→ (None, 1)").waitFor();
  });
}

/** Nothing is run, and nothing that could be run is offered, before the user trusts the folder. */
async function checkRestrictedMode(report) {
  const workspace = copyOfExamples();
  plantPython(workspace);
  const settings = { "security.workspace.trust.enabled": true, "security.workspace.trust.startupPrompt": "never" };
  const codeServer = await startCodeServer({ workspace, settings, trustEveryFolder: false });
  const editor = new Editor(codeServer.page);
  try {
    await codeServer.go();
    await report.test("restricted mode: findings, but nothing that runs code", async () => {
      await editor.open("lstm_rank.py");
      await editor.squiggle("error").first().waitFor({ timeout: FIRST_MILLISECONDS });
      await editor.lens("Show model").waitFor();
      assert.equal(await editor.lens("Validate by running").count(), 0);
      assert.ok(!fs.existsSync(path.join(workspace, "python-was-run")), "the workspace's own interpreter was run");
      await editor.screenshot("restricted-mode");
    });
  } finally {
    await codeServer.stop();
  }
}

/** An environment in the workspace whose interpreter leaves a trace when it is run. */
function plantPython(workspace) {
  const folder = path.join(workspace, ".venv/bin");
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "python"), `#!/bin/sh\ntouch '${workspace}/python-was-run'\n`, { mode: 0o755 });
}

/** The ids of the server's processes that run from this profile's extension. */
function serverProcesses(root) {
  const processes = execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" }).split("\n");
  const ours = processes.filter((line) => line.includes(path.join(root, "extensions")) && line.includes("start.py server"));
  return ours.map((line) => Number.parseInt(line, 10));
}

async function until(condition) {
  for (const deadline = Date.now() + FIRST_MILLISECONDS; !condition();) {
    if (Date.now() > deadline) throw new Error(`not in time: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// The extension as a user meets it: every check goes through the window.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
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
    for (const program of PROGRAMS) await checkProgram(test, editor, workspace, program);
    await checkSilence(test, editor);
    for (const program of NOTEBOOKS) await checkNotebook(test, editor, workspace, program);
    await checkServer(test, editor, codeServer);
  } finally {
    report.say(`profile: ${codeServer.root}`);
    await codeServer.stop();
  }
}

async function checkProgram(test, editor, workspace, program) {
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
  if (severity === "error") await checkValidation(test, editor, program);
  await checkFix(test, editor, path.join(workspace, file), program, at);
}

async function checkValidation(test, editor, { file, at }) {
  await test(`${file}: Validate by running agrees with the finding and its fixes`, async () => {
    await editor.clickLens("Validate by running");
    await editor.status.filter({ hasText: `Validating ${file}` }).waitFor();
    await editor.toast("1 confirmed").waitFor({ timeout: VALIDATION_MILLISECONDS });
    await editor.screenshot(`${file}-validated`);
    await editor.command("Notifications: Clear All Notifications");
    await editor.putCaretAtEndOf(at);
    await editor.page.keyboard.press("Control+.");
    await editor.fixes.filter({ hasText: "real Keras runs it" }).first().waitFor();
    await editor.screenshot(`${file}-validated-fixes`);
    await editor.page.keyboard.press("Escape");
  });
}

async function checkFix(test, editor, saved, { file, severity, fix, fixed }, at) {
  await test(`${file}: fix with Ctrl+., saved, gone`, async () => {
    await editor.putCaretAtEndOf(at);
    await editor.quickFix(fix, `${file}-fixes`);
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
    process.kill(serverProcess(codeServer.root), "SIGKILL");
    await editor.lens("→ (None, 1)").waitFor({ state: "detached" });
    await editor.lens("→ (None, 1)").waitFor({ timeout: FIRST_MILLISECONDS });
    assert.ok(serverProcess(codeServer.root));
  });
  await test("an interpreter that cannot be run is told of, with a way out", async () => {
    codeServer.machineSettings({ "keras-shapes.interpreter": "/no/such/python" });
    const toast = editor.toast("/no/such/python cannot be run");
    await toast.waitFor();
    await toast.locator(".monaco-button", { hasText: "Choose interpreter" }).waitFor();
    await editor.screenshot("no-interpreter");
    await editor.lens("→ (None, 1)").waitFor(); // another Python runs the server meanwhile
  });
}

/** The id of the server's process that runs from this profile's extension. */
function serverProcess(root) {
  const processes = execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" }).split("\n");
  const ours = processes.filter((line) => line.includes(path.join(root, "extensions")) && line.includes("start.py server"));
  assert.equal(ours.length, 1, `one server process:\n${ours.join("\n")}`);
  return Number.parseInt(ours[0], 10);
}

// Runs inside the real extension host. Each check is logged as a line that exthost.mjs counts.
const assert = require("node:assert/strict");
const vscode = require("vscode");

const MILLISECONDS = 60_000;
const EXTENSION = "keras-shapes.keras-shapes";
const folder = () => vscode.workspace.workspaceFolders[0].uri;
const at = (name) => vscode.Uri.joinPath(folder(), name);
const run = (command, ...args) => vscode.commands.executeCommand(command, ...args);
const ours = (uri) => vscode.languages.getDiagnostics(uri).filter(({ source }) => ["keras-shapes", "Keras said"].includes(source));

async function until(what, condition) {
  for (const deadline = Date.now() + MILLISECONDS; Date.now() < deadline;) {
    const value = await condition();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`not in time: ${what}`);
}

const finding = async (uri) => (await until(`a finding in ${uri.path}`, () => ours(uri).length && ours(uri)))[0];
const silence = (uri) => until(`no finding in ${uri.path}`, () => ours(uri).length === 0);

async function open(name) {
  const document = await vscode.workspace.openTextDocument(at(name));
  await vscode.window.showTextDocument(document);
  return document;
}

async function untitled(content) {
  const document = await vscode.workspace.openTextDocument({ language: "python", content });
  await vscode.window.showTextDocument(document);
  return document;
}

const settings = (section = "keras-shapes") => vscode.workspace.getConfiguration(section);
const everywhere = (document) => new vscode.Range(0, 0, document.lineCount, 0);
const hints = (document) => run("vscode.executeInlayHintProvider", document.uri, everywhere(document));
const lenses = (document) => run("vscode.executeCodeLensProvider", document.uri);
const words = ({ label }) => (typeof label === "string" ? label : label.map(({ value }) => value).join(""));

function actions(uri, range, kind) {
  return run("vscode.executeCodeActionProvider", uri, range, kind.value);
}

const TESTS = {
  async "the Python extension's environment is used, and followed when it changes"() {
    const extension = vscode.extensions.getExtension(EXTENSION);
    const document = await open("lstm_rank.py");
    await until("the extension is active", () => extension.isActive);
    await finding(document.uri);
    const validate = () => run("keras-shapes.validate", document.uri.toString(), 0);
    await run("test.choosePython", process.env.KERAS_SHAPES_TEST_PYTHON_WITHOUT_KERAS);
    await until("a Python without Keras is told of", async () => /not run/.test(await validate()));
    await run("test.choosePython", process.env.KERAS_SHAPES_TEST_PYTHON);
    await until("a Python with Keras agrees", async () => /1 confirmed/.test(await validate()));
  },

  async "a finding has its code, its page and its related places"() {
    const document = await open("lstm_rank.py");
    const found = await finding(document.uri);
    assert.equal(found.code.value, "input-rank");
    assert.match(found.code.target.toString(), /input-rank/);
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.match(document.getText(found.range), /forecaster\.predict\(readings\)|readings/);
    const places = found.relatedInformation.map(({ location }) => document.lineAt(location.range.start.line).text);
    assert.ok(places.some((line) => line.includes("np.random.rand(100, 10)")), places.join("\n"));
    assert.ok(places.some((line) => line.includes("input_shape=(20, 10)")), places.join("\n"));
  },

  async "every fix of an error leaves the file without findings"() {
    const document = await open("conv2d_size.py");
    const found = await finding(document.uri);
    const before = document.getText();
    const offered = await actions(document.uri, found.range, vscode.CodeActionKind.QuickFix);
    const fixes = offered.filter(({ edit }) => edit);
    assert.ok(fixes.length >= 2, offered.map(({ title }) => title).join("\n"));
    for (const { edit } of fixes) {
      assert.ok(await vscode.workspace.applyEdit(edit));
      await silence(document.uri);
      const back = new vscode.WorkspaceEdit();
      back.replace(document.uri, everywhere(document), before);
      await vscode.workspace.applyEdit(back);
      await finding(document.uri);
    }
    await run("workbench.action.files.revert");
  },

  async "hints, lenses and hover tell shapes"() {
    const document = await open("conv2d_size.py");
    await finding(document.uri);
    const shown = (await hints(document)).map(words);
    assert.ok(shown.some((hint) => hint.includes("(100, 32, 32, 3)")), shown.join("\n"));
    const titles = (await lenses(document)).map(({ command }) => command?.title);
    for (const title of [/layers? · [\d,]+ parameters · \(None, 28, 28, 1\) → \(None, 1\)/, /Validate by running/, /Show model/]) {
      assert.ok(titles.some((one) => title.test(one)), titles.join("\n"));
    }
    const line = document.getText().split("\n").findIndex((text) => text.startsWith("photos ="));
    const hovers = await run("vscode.executeHoverProvider", document.uri, new vscode.Position(line, 2));
    assert.match(hovers.flatMap(({ contents }) => contents.map(({ value }) => value)).join("\n"), /\(100, 32, 32, 3\)/);
  },

  async "typing takes a finding away and brings it back"() {
    const document = await untitled("import numpy as np\nimport keras\nmodel = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])\nmodel.predict(np.zeros((8, 3, 4)))\n");
    const found = await finding(document.uri);
    assert.equal(found.range.start.line, 3);
    const edit = new vscode.WorkspaceEdit();
    const start = document.getText().indexOf("8, 3, 4");
    edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(start + 7)), "8, 4");
    await vscode.workspace.applyEdit(edit);
    await silence(document.uri);
  },

  async "positions after emoji and accents are right"() {
    const text = 'import numpy as np\nimport keras\nmodel = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])\nétiquette = "🧠🧪"; model.predict(np.zeros((8, 3, 4)))\n';
    const document = await untitled(text);
    const found = await finding(document.uri);
    const covered = document.getText(found.range);
    assert.ok(["model.predict(np.zeros((8, 3, 4)))", "np.zeros((8, 3, 4))"].includes(covered), covered);
  },

  async "a finding that real Keras refutes is withdrawn until the text changes"() {
    // What the buffer's owner does to the array, no reading of the text can tell.
    const document = await untitled("import numpy as np\nimport keras\nx = np.zeros((100, 10))\nx.data.obj.shape = (5, 20, 10)\nmodel = keras.Sequential([keras.Input((20, 10)), keras.layers.LSTM(8)])\nmodel.predict(x)\n");
    await finding(document.uri);
    assert.match(await run("keras-shapes.validate", document.uri.toString(), 4), /1 refuted/);
    await silence(document.uri);
    await until("the lens says so", async () => (await lenses(document)).some(({ command }) => /✓ ran: \(5, 20, 10\) → \(5, 8\) in [\d.]+ s, 1 refuted and withdrawn/.test(command?.title)));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), "\n");
    await vscode.workspace.applyEdit(edit);
    await finding(document.uri);
  },

  async "what only running finds is shown as what Keras said, and what it saw as seen"() {
    const document = await untitled("import numpy as np\nimport keras\nmade = eval('np.zeros((6, 4))')\nmodel = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])\nmodel.predict(made)\nmodel.get_layer('absent')\n");
    assert.match(await run("keras-shapes.validate", document.uri.toString(), 3), /1 found by running/);
    const found = await finding(document.uri);
    assert.equal(found.source, "Keras said");
    assert.equal(found.range.start.line, 5);
    assert.match(found.message, /^ValueError: No such layer/);
    await until("the shape that was seen", async () => (await hints(document)).map(words).some((hint) => hint.includes("(6, 4) float64 (seen)")));
  },

  async "a finding's actions ask real Keras, and the fix that runs says so"() {
    const document = await open("conv2d_size.py");
    const found = await finding(document.uri);
    const offered = await run("vscode.executeCodeActionProvider", document.uri, found.range);
    const { command } = offered.find(({ title }) => title.startsWith("Validate by running")) ?? {};
    assert.ok(command, offered.map(({ title }) => title).join("\n"));
    assert.match(await run(command.command, ...command.arguments), /1 confirmed/);
    const said = async () => (await finding(document.uri)).relatedInformation.map(({ message }) => message);
    await until("Keras' words, with the versions that said them", async () => (await said()).some((one) => /^Keras said: ValueError: .*\(keras [\d.]+, tensorflow [\d.]+/.test(one)));
    const after = await run("vscode.executeCodeActionProvider", document.uri, found.range);
    assert.ok(after.some(({ title }) => title.endsWith("✓ runs")), after.map(({ title }) => title).join("\n"));
    assert.ok(!after.some(({ title }) => title.startsWith("Validate by running")), "it was just asked");
  },

  async "the palette validates the file that is open"() {
    const document = await open("uint8_normalised.py");
    await until("its lens", async () => (await lenses(document)).some(({ command }) => command?.title === "Validate by running"));
    assert.equal(await run("keras-shapes.validate"), "real Keras runs it");
    await until("the lens says so", async () => (await lenses(document)).some(({ command }) => command?.title.startsWith("✓ ran: (32, 784) → (32, 10)")));
  },

  async "saving validates, where that is wanted"() {
    const document = await open("lstm_rank.py");
    await finding(document.uri);
    const said = async () => (await finding(document.uri)).relatedInformation.some(({ message }) => message.startsWith("Keras said"));
    // What was said of the text as it stood is gone with an edit.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), "\n");
    await vscode.workspace.applyEdit(edit);
    await until("a finding that nobody has judged", async () => !(await said()));
    await settings().update("validation.onSave", true, vscode.ConfigurationTarget.Global);
    await until("the setting", () => settings().get("validation.onSave"));
    await document.save();
    await until("what Keras said", said);
    await settings().update("validation.onSave", undefined, vscode.ConfigurationTarget.Global);
  },

  async "a broken statement leaves the rest its findings"() {
    const document = await untitled("import numpy as np\nimport keras\nmodel = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])\nx = np.zeros((8,\nmodel.predict(np.zeros((8, 3, 4)))\n");
    await finding(document.uri);
  },

  async "a notebook is one program, and its fix goes into the right cell"() {
    const notebook = await vscode.workspace.openNotebookDocument(at("lstm_rank.ipynb"));
    await vscode.window.showNotebookDocument(notebook);
    const cells = notebook.getCells().map(({ document }) => document);
    const last = cells[cells.length - 1];
    const found = await finding(last.uri);
    assert.equal(found.code.value, "input-rank");
    const linked = found.relatedInformation.map(({ location }) => location.uri.toString());
    assert.ok(linked.some((uri) => uri !== last.uri.toString()), "the evidence is in other cells");
    const offered = await actions(last.uri, found.range, vscode.CodeActionKind.QuickFix);
    const fix = offered.find(({ edit }) => edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await silence(last.uri);
  },

  async "fix all takes safe fixes"() {
    const document = await untitled("x = 1  # keras-shapes: ignore[input-rank]\n");
    const found = await finding(document.uri);
    assert.equal(found.code.value, "unused-ignore");
    const [fix] = await actions(document.uri, everywhere(document), vscode.CodeActionKind.SourceFixAll);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(document.getText(), "x = 1\n");
  },

  async "fix all leaves fixes that change what a program does"() {
    const document = await open("uint8_pixels.py");
    await finding(document.uri);
    const offered = await actions(document.uri, everywhere(document), vscode.CodeActionKind.SourceFixAll);
    for (const { edit } of offered) assert.equal(edit?.get(document.uri).length ?? 0, 0);
  },

  async "fix all mends a notebook's cells when it is saved"() {
    await settings("notebook").update("codeActionsOnSave", { "notebook.source.fixAll.keras-shapes": "explicit" });
    const cells = ["x = 1  # keras-shapes: ignore[input-rank]", "y = 2  # keras-shapes: ignore"];
    const code = { cell_type: "code", execution_count: null, metadata: {}, outputs: [] };
    const content = { cells: cells.map((source) => ({ ...code, source })), metadata: { language_info: { name: "python" } }, nbformat: 4, nbformat_minor: 4 };
    await vscode.workspace.fs.writeFile(at("ignores.ipynb"), Buffer.from(JSON.stringify(content)));
    const notebook = await vscode.workspace.openNotebookDocument(at("ignores.ipynb"));
    await vscode.window.showNotebookDocument(notebook);
    for (const { document } of notebook.getCells()) await finding(document.uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(notebook.cellAt(0).document.uri, new vscode.Position(0, 0), "\n"); // what did not change is not saved
    await vscode.workspace.applyEdit(edit);
    assert.ok(await notebook.save());
    await until("both cells mended", () => notebook.getCells().every(({ document }) => !document.getText().includes("ignore")));
  },

  async "settings are the promised ones, and code runners are not a workspace's to set"() {
    const { contributes, capabilities } = vscode.extensions.getExtension(EXTENSION).packageJSON;
    const promised = ["enable", "run", "diagnosticMode", "severity", "select", "ignore", "exclude", "inlayHints", "codeLens", "dataFiles", "interpreter", "validation.enable", "validation.onSave", "validation.timeoutSeconds", "validation.memoryMegabytes", "logLevel", "trace.server"];
    const properties = contributes.configuration.properties;
    assert.deepEqual(Object.keys(properties).sort(), promised.map((name) => `keras-shapes.${name}`).sort());
    const running = Object.keys(properties).filter((name) => /interpreter|validation/.test(name));
    assert.deepEqual([...capabilities.untrustedWorkspaces.restrictedConfigurations].sort(), running.sort());
    for (const name of running) assert.equal(properties[name].scope, "machine-overridable");
  },

  async "settings reach the server while it runs"() {
    const document = await open("conv2d_size.py");
    await finding(document.uri);
    await settings().update("inlayHints", "off");
    await until("no hints", async () => (await hints(document)).length === 0);
    await settings().update("codeLens", false);
    await until("no lenses", async () => (await lenses(document)).length === 0);
    await settings().update("ignore", ["input-shape"]);
    await silence(document.uri);
    for (const name of ["inlayHints", "codeLens", "ignore"]) await settings().update(name, undefined);
    await finding(document.uri);
    await until("hints again", async () => (await hints(document)).length > 0);
    await until("lenses again", async () => (await lenses(document)).length > 0);
  },

  async "a default of the editor does not go over the workspace's pyproject.toml"() {
    const document = await open("conv2d_size.py");
    await until("hints", async () => (await hints(document)).length > 0);
    const project = at("pyproject.toml");
    await vscode.workspace.fs.writeFile(project, Buffer.from('[tool.keras-shapes]\ninlay-hints = "off"\n'));
    await until("no hints", async () => (await hints(document)).length === 0);
    await vscode.workspace.fs.delete(project);
    await until("hints again", async () => (await hints(document)).length > 0);
  },

  async "checks on save only, where that is wanted"() {
    await settings().update("run", "onSave");
    const file = at("saved.py");
    await vscode.workspace.fs.writeFile(file, Buffer.from("x = 1\n"));
    const document = await open("saved.py");
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file, new vscode.Position(0, 5), "  # keras-shapes: ignore");
    await vscode.workspace.applyEdit(edit);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    assert.equal(ours(file).length, 0, "checked before it was saved");
    await document.save();
    await finding(file);
    await settings().update("run", undefined);
  },

  async "off is off, and on is on again"() {
    const document = await open("conv2d_size.py");
    await finding(document.uri);
    await settings().update("enable", false);
    await silence(document.uri);
    await settings().update("enable", undefined);
    await finding(document.uri);
  },

  async "a closed file's findings go"() {
    const document = await open("conv2d_size.py");
    await finding(document.uri);
    await run("workbench.action.closeAllEditors");
    await silence(document.uri);
  },

  async "the whole workspace can be checked, once or always"() {
    // Never opened: VS Code keeps a document that a test has opened for minutes after its tab is closed.
    const closed = at("never-opened.py");
    await vscode.workspace.fs.writeFile(closed, Buffer.from("x = 1  # keras-shapes: ignore\n"));
    assert.match(await run("keras-shapes.checkWorkspace"), /checked \d+ files: \d+ errors? and \d+ warnings?/);
    await finding(closed);
    await settings().update("diagnosticMode", "workspace");
    await finding(closed);
    await settings().update("diagnosticMode", undefined);
    await silence(closed);
    await vscode.workspace.fs.delete(closed);
  },

  async "restart brings the findings back"() {
    const document = await open("conv2d_size.py");
    await finding(document.uri);
    await run("keras-shapes.restart");
    await finding(document.uri);
  },

  async "every promised command is there while the server runs"() {
    const there = await vscode.commands.getCommands(true);
    for (const name of ["validate", "checkWorkspace", "restart", "showModel", "showLogs"]) {
      assert.ok(there.includes(`keras-shapes.${name}`), name);
    }
  },
};

exports.run = async () => {
  for (const [name, test] of Object.entries(TESTS)) {
    try {
      await test();
      console.log(`TEST ok ${name}`);
    } catch (error) {
      console.log(`TEST FAILED ${name}: ${error.message}`);
    }
  }
};

// A real VS Code with a profile of its own, shown in Debian's Chromium.
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

export const REPOSITORY = path.resolve(import.meta.dirname, "../..");
export const VSIX = path.join(REPOSITORY, "build/keras-shapes.vsix");
export const SCREENSHOTS = path.join(REPOSITORY, "build/screenshots");
export const PYTHON = process.env.KERAS_SHAPES_TEST_PYTHON ?? path.join(REPOSITORY, ".venv/bin/python");

const CACHE = process.env.KERAS_SHAPES_E2E ?? path.join(os.homedir(), ".cache/keras-shapes-e2e");
const NODE = path.join(CACHE, "node_modules/node-for-code-server/bin/node");
const ENTRY = path.join(CACHE, "node_modules/code-server/out/node/entry.js");
const START_MILLISECONDS = 120_000;

const USER_SETTINGS = {
  "chat.disableAIFeatures": true,
  "editor.accessibilitySupport": "off",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.restoreWindows": "none",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

export function install() {
  execFileSync(path.join(import.meta.dirname, "install-code-server.sh"), [CACHE], { stdio: "inherit" });
}

/** A copy of examples/, which the tests may change. */
export function copyOfExamples() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keras-shapes-examples-"));
  fs.cpSync(path.join(REPOSITORY, "examples"), folder, { recursive: true });
  return folder;
}

/**
 * Starts the editor with the VSIX installed. `go` opens the window; with `tests`, a module for the extension host,
 * nothing is opened before, so that its answers can be listened for.
 */
export async function startCodeServer({ workspace, settings = {}, machineSettings = {}, env = {}, tests, developed = [], trustEveryFolder = true }) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "keras-shapes-vscode-"));
  const profile = writeProfile(root, settings, machineSettings);
  const environment = { ...process.env, HOME: root, XDG_CONFIG_HOME: root, XDG_DATA_HOME: root, ...env };
  delete environment.VSCODE_IPC_HOOK_CLI;
  execFileSync(NODE, [...profile.arguments, "--install-extension", VSIX, "--force"], { env: environment, stdio: "pipe" });
  const port = await freePort();
  const server = await listen(root, profile.arguments, environment, port, [
    ...(trustEveryFolder ? ["--disable-workspace-trust"] : []),
    // Without this option a built editor ignores the test module that the window's address names.
    ...(tests ? ["--vscode-option", "enable-smoke-test-driver"] : []),
  ]);
  const { browser, page } = await openBrowser(root);
  const query = new URLSearchParams({ folder: workspace });
  const remote = (file) => `vscode-remote://127.0.0.1:${port}${file}`;
  const payload = developed.map((folder) => ["extensionDevelopmentPath", remote(folder)]);
  if (tests) payload.push(["extensionTestsPath", remote(tests)]);
  if (payload.length) query.set("payload", JSON.stringify(payload));
  return {
    page,
    root,
    machineSettings: (changed) => { fs.writeFileSync(profile.machine, JSON.stringify(changed)); },
    async go() {
      await page.goto(`http://127.0.0.1:${port}/?${query}`);
      await page.locator(".monaco-workbench").waitFor({ timeout: START_MILLISECONDS });
      await page.locator(".explorer-folders-view").waitFor({ timeout: START_MILLISECONDS });
    },
    async stop() {
      await browser.close().catch(() => {});
      await end(server);
      if (process.env.KERAS_SHAPES_E2E_KEEP) return;
      for (const folder of [root, workspace]) fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeProfile(root, settings, machineSettings) {
  const data = path.join(root, "data");
  const extensions = path.join(root, "extensions");
  const machine = path.join(data, "Machine/settings.json");
  const config = path.join(root, "config.yaml");
  for (const folder of [extensions, path.join(data, "User"), path.join(data, "Machine")]) fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(config, ""); // without one, code-server writes into the user's own folder
  fs.writeFileSync(path.join(data, "User/settings.json"), JSON.stringify({ ...USER_SETTINGS, ...settings }));
  // A remote window reads settings of scope machine and machine-overridable from here only.
  fs.writeFileSync(machine, JSON.stringify(machineSettings));
  return { machine, arguments: [ENTRY, "--config", config, "--user-data-dir", data, "--extensions-dir", extensions] };
}

async function listen(root, profile, env, port, options) {
  const log = path.join(root, "server.log");
  const output = fs.openSync(log, "w");
  const quiet = ["--disable-telemetry", "--disable-update-check", "--disable-getting-started-override", "--disable-proxy", "--ignore-last-opened"];
  const server = spawn(NODE, [...profile, "--auth", "none", "--bind-addr", `127.0.0.1:${port}`, ...quiet, ...options], { env, stdio: ["ignore", output, output], detached: true });
  process.once("exit", () => { signal(server, "SIGKILL"); }); // also where a test run breaks off
  const deadline = Date.now() + START_MILLISECONDS;
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/healthz`).then((answer) => answer.ok, () => false);
    if (ready) return server;
    if (Date.now() > deadline || server.exitCode !== null) throw new Error(`code-server did not start:\n${fs.readFileSync(log, "utf8")}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function openBrowser(root) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-sync", "--no-first-run"],
  });
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  const log = fs.createWriteStream(path.join(root, "console.log"));
  page.on("console", (message) => log.write(`${message.type()} ${message.text()}\n`));
  return { browser, page };
}

function signal(server, name) {
  try { process.kill(-server.pid, name); } catch { /* it has ended */ }
}

async function end(server) {
  signal(server, "SIGTERM");
  await new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode) resolve();
    server.once("exit", resolve);
    setTimeout(resolve, 5_000);
  });
  signal(server, "SIGKILL");
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().on("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => { resolve(port); });
    });
  });
}

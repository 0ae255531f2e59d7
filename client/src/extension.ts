import { ExtensionContext, window, workspace } from "vscode";
import { MENU, register } from "./commands";
import { Preview } from "./preview";
import * as pythonExtension from "./pythonExtension";
import { Server } from "./server";
import { SECTION } from "./settings";
import { Status } from "./status";

// The interpreter runs the server; what is reported of closed files is agreed on when the server starts.
const NEEDS_START = ["interpreter", "diagnosticMode"];

let server: Server | undefined;

export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel("Keras shapes", { log: true });
  const status = new Status(MENU);
  const preview = new Preview();
  const started = new Server(context.extension, log, status, preview);
  server = started;
  context.subscriptions.push(
    log,
    status,
    preview,
    ...register(started, status, log),
    workspace.onDidChangeConfiguration((event) => {
      if (NEEDS_START.some((name) => event.affectsConfiguration(`${SECTION}.${name}`))) void started.start();
      else if (event.affectsConfiguration(SECTION)) void started.update();
    }),
    workspace.onDidGrantWorkspaceTrust(() => void started.update()),
    pythonExtension.watch(() => void started.update()),
  );
  // Not awaited: the editor need not hold its other extensions up while a Python is looked for.
  void started.start();
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

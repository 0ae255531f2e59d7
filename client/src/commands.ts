import { commands, Disposable, LogOutputChannel, QuickPickItem, window } from "vscode";
import { ExecuteCommandSignature } from "vscode-languageclient/node";
import { pickInterpreter } from "./interpreterPicker";
import { Preview } from "./preview";
import type { Server } from "./server";
import { Status } from "./status";

export const MENU = "keras-shapes.showMenu";
const SHOW_MODEL = "keras-shapes.showModel";
const AT_A_PLACE = new Set(["keras-shapes.validate", SHOW_MODEL]);

interface Action extends QuickPickItem {
  readonly run: () => unknown;
}

/** The commands that the client answers itself; the server's own are registered by the language client. */
export function register(server: Server, status: Status, log: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand("keras-shapes.restart", () => server.start()),
    commands.registerCommand("keras-shapes.showLogs", () => {
      log.show();
    }),
    commands.registerCommand(MENU, () => showMenu(status)),
  ];
}

/** Sends a command to the server: from the palette with the caret's place, and with the answer shown. */
export async function executeCommand(command: string, args: unknown[], next: ExecuteCommandSignature, preview: Preview): Promise<unknown> {
  const editor = window.activeTextEditor;
  const needsPlace = AT_A_PLACE.has(command) && args.length === 0;
  if (needsPlace && editor?.document.languageId !== "python") {
    return window.showInformationMessage("Keras shapes: put the caret into Python code first.");
  }
  const place = needsPlace && editor ? [editor.document.uri.toString(), editor.selection.active.line] : args;
  const answer: unknown = await next(command, place);
  if (command !== SHOW_MODEL) return answer;
  if (typeof answer !== "string") return window.showInformationMessage("Keras shapes: no model is known here.");
  return preview.show(answer);
}

async function showMenu(status: Status): Promise<void> {
  const picked = await window.showQuickPick(actions(status.state.kind === "running"), {
    title: "Keras shapes",
    placeHolder: status.summary,
  });
  await picked?.run();
}

function actions(running: boolean): Action[] {
  const command = (label: string, name: string): Action => ({ label, run: () => commands.executeCommand(name) });
  const whileRunning = [
    command("$(play) Validate this file by running", "keras-shapes.validate"),
    command("$(list-tree) Show model", SHOW_MODEL),
    command("$(search) Check the whole workspace", "keras-shapes.checkWorkspace"),
  ];
  return [
    ...(running ? whileRunning : []),
    { label: "$(settings-gear) Choose interpreter", run: pickInterpreter },
    command("$(output) Show logs", "keras-shapes.showLogs"),
    command("$(refresh) Restart the server", "keras-shapes.restart"),
  ];
}

import { ConfigurationTarget, QuickPickItem, QuickPickItemKind, window, workspace } from "vscode";
import { candidates, Interpreter, isNewEnough, probe } from "./python";
import { SECTION } from "./settings";

interface Item extends QuickPickItem {
  readonly path?: string;
}

const BROWSE = "Browse…";

/** Lets the user choose the Python that has their Keras, and writes it into the settings. */
export async function pickInterpreter(): Promise<void> {
  const picked = await window.showQuickPick<Item>(items(), {
    title: "The Python that has your Keras",
    placeHolder: "Used for Validate by running; Python 3.10 or newer",
  });
  const path = picked?.label === BROWSE ? await browse() : picked?.path;
  if (path === undefined) return;
  const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await workspace.getConfiguration(SECTION).update("interpreter", path, target);
}

async function items(): Promise<Item[]> {
  const probed = await Promise.all(candidates().map(probe));
  const found = new Map(probed.filter((one) => one !== undefined).map((one) => [one.path, one]));
  return [
    ...[...found.values()].filter(isNewEnough).map(describe),
    { label: "", kind: QuickPickItemKind.Separator },
    { label: "Choose automatically", path: "" },
    { label: BROWSE },
  ];
}

function describe({ path, version, origin }: Interpreter): Item {
  return { label: `Python ${version.join(".")}`, description: path, detail: `from ${origin}`, path };
}

async function browse(): Promise<string | undefined> {
  const chosen = await window.showOpenDialog({ title: "Choose a Python executable", canSelectMany: false });
  return chosen?.[0]?.fsPath;
}

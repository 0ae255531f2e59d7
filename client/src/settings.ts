import { homedir } from "node:os";
import * as path from "node:path";
import { workspace } from "vscode";

export const SECTION = "keras-shapes";

interface Settings {
  interpreter?: string;
  validation?: object;
}

export function get<T>(name: string, fallback: T): T {
  return workspace.getConfiguration(SECTION).get<T>(name, fallback);
}

/** The interpreter the user asked for, with `~` and `${workspaceFolder}` replaced; undefined if none was. */
export function chosenInterpreter(): string | undefined {
  const written = get("interpreter", "").trim();
  if (!written) return undefined;
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  const replaced = written
    .replace(/^~(?=$|[\\/])/, homedir())
    .replaceAll("${workspaceFolder}", folder ?? "");
  // A bare name such as python3.12 is looked up on the PATH; only a path is relative to the workspace.
  const isPath = /[\\/]/.test(replaced);
  return folder && isPath ? path.resolve(folder, replaced) : replaced;
}

/**
 * What the server is told: the user's settings, with the interpreter that was found for validation
 * in place of an empty one, and nothing that runs code in a workspace that is not trusted.
 */
export function forServer(interpreter: string | undefined): Settings {
  const configured = workspace.getConfiguration().get<Settings>(SECTION) ?? {};
  const settings = JSON.parse(JSON.stringify(configured)) as Settings;
  settings.interpreter = interpreter ?? "";
  if (!workspace.isTrusted) {
    settings.validation = { ...settings.validation, enable: false, onSave: false };
  }
  return settings;
}

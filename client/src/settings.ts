import { homedir } from "node:os";
import * as path from "node:path";
import { workspace } from "vscode";

export const SECTION = "keras-shapes";

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
 * What the server is told: what the user set, the interpreter that was found for validation, and whether the
 * workspace is trusted. Defaults stay out, since what the editor says goes over the workspace's pyproject.toml.
 */
export function forServer(names: readonly string[], interpreter: string | undefined): Record<string, unknown> {
  const configuration = workspace.getConfiguration(SECTION);
  const isSet = (name: string): boolean => {
    const at = configuration.inspect(name);
    return [at?.globalValue, at?.workspaceValue, at?.workspaceFolderValue].some((value) => value !== undefined);
  };
  const set = Object.fromEntries(names.filter(isSet).map((name) => [name, configuration.get<unknown>(name)]));
  return { ...set, ...(interpreter ? { interpreter } : {}), trusted: workspace.isTrusted };
}

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import * as path from "node:path";
import { workspace } from "vscode";
import * as pythonExtension from "./pythonExtension";
import * as settings from "./settings";

/** A place where a Python may be, not yet tried. */
export interface Candidate {
  readonly command: string;
  readonly origin: string;
}

/** A Python that answered. */
export interface Interpreter {
  readonly path: string;
  readonly version: readonly [number, number, number];
  readonly origin: string;
}

/** Which Python runs the server, which one validates, and what is wrong with the user's own choice. */
export interface Choice {
  readonly server?: Interpreter | undefined;
  readonly validation?: string | undefined;
  readonly problem?: string | undefined;
}

const OLDEST: readonly [number, number] = [3, 10];
const PROBE = "import sys; print(sys.executable); print(*sys.version_info[:3])";
const PROBE_MILLISECONDS = 15_000;

export function isNewEnough({ version }: Interpreter): boolean {
  return version[0] > OLDEST[0] || (version[0] === OLDEST[0] && version[1] >= OLDEST[1]);
}

/** Every place to look, the most telling first. */
export function candidates(): Candidate[] {
  const chosen = settings.chosenInterpreter();
  const active = pythonExtension.activeEnvironment();
  const virtual = process.env.VIRTUAL_ENV;
  return [
    ...(chosen ? [{ command: chosen, origin: "keras-shapes.interpreter" }] : []),
    ...(active ? [{ command: active, origin: "the Python extension" }] : []),
    ...workspaceEnvironments(),
    ...(virtual ? [{ command: executableIn(virtual), origin: "VIRTUAL_ENV" }] : []),
    ...["python3", "python", ...(process.platform === "win32" ? ["py"] : [])].map((command) => ({ command, origin: "PATH" })),
  ];
}

/** Tries the candidates in turn until one can run the server. */
export async function choose(): Promise<Choice> {
  const chosen = settings.chosenInterpreter();
  let validation: string | undefined = chosen;
  let problem: string | undefined;
  for (const candidate of candidates()) {
    const found = await probe(candidate);
    validation ??= found?.path;
    if (found && isNewEnough(found)) return { server: found, validation, problem };
    if (candidate.command === chosen) problem = complaint(chosen, found);
  }
  return { validation, problem: problem ?? "No Python 3.10 or newer was found to run the server." };
}

export async function probe({ command, origin }: Candidate): Promise<Interpreter | undefined> {
  return new Promise((resolve) => {
    // Isolated and without site: quick, and nothing of the environment's own start-up code runs.
    const flags = ["-I", "-S", "-X", "utf8", "-c", PROBE];
    execFile(command, flags, { timeout: PROBE_MILLISECONDS, windowsHide: true }, (error, output) => {
      const [executable, version] = output.split(/\r?\n/);
      const [major, minor, micro] = version?.split(" ").map(Number) ?? [];
      if (error || !executable || major === undefined || minor === undefined || micro === undefined) resolve(undefined);
      else resolve({ path: executable, version: [major, minor, micro], origin });
    });
  });
}

function complaint(chosen: string, found: Interpreter | undefined): string {
  return found
    ? `The chosen interpreter ${chosen} is Python ${found.version.join(".")}; keras-shapes needs 3.10 or newer.`
    : `The chosen interpreter ${chosen} cannot be run.`;
}

// Code in a workspace that is not trusted must not run, and an interpreter in it is such code.
function workspaceEnvironments(): Candidate[] {
  if (!workspace.isTrusted) return [];
  return (workspace.workspaceFolders ?? []).flatMap((folder) =>
    [".venv", "venv"]
      .map((name) => ({ command: executableIn(path.join(folder.uri.fsPath, name)), origin: `${name} in ${folder.name}` }))
      .filter(({ command }) => existsSync(command)),
  );
}

function executableIn(environment: string): string {
  return process.platform === "win32" ? path.join(environment, "Scripts", "python.exe") : path.join(environment, "bin", "python");
}

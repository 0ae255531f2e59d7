import { Disposable, Event, extensions, Uri, workspace } from "vscode";

// The part of the Python extension's public interface that is used here.
interface PythonExtension {
  readonly environments: {
    getActiveEnvironmentPath(resource?: Uri): { readonly path: string };
    readonly onDidChangeActiveEnvironmentPath: Event<unknown>;
  };
}

const ID = "ms-python.python";

/** The executable of the environment that is chosen in the Python extension, if that is there and awake. */
export function activeEnvironment(): string | undefined {
  const extension = extensions.getExtension<Partial<PythonExtension>>(ID);
  if (!extension?.isActive) return undefined;
  return extension.exports.environments?.getActiveEnvironmentPath(workspace.workspaceFolders?.[0]?.uri).path;
}

/**
 * Calls `changed` whenever another environment is chosen. The extension is woken in the background:
 * it may take seconds, and the server does not wait for it.
 */
export function watch(changed: () => void): Disposable {
  const subscriptions: Disposable[] = [];
  let watching = false;
  const attach = async (): Promise<void> => {
    const extension = extensions.getExtension<Partial<PythonExtension>>(ID);
    if (!extension || watching) return;
    watching = true;
    const wasActive = extension.isActive;
    const environments = (await extension.activate()).environments;
    if (!environments) return;
    subscriptions.push(environments.onDidChangeActiveEnvironmentPath(changed));
    if (!wasActive) changed();
  };
  const tryAttach = (): void => {
    attach().catch(() => (watching = false));
  };
  subscriptions.push(extensions.onDidChange(tryAttach));
  tryAttach();
  return new Disposable(() => {
    for (const subscription of subscriptions) subscription.dispose();
  });
}

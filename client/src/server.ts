import * as path from "node:path";
import { commands, Disposable, Extension, LogOutputChannel, window } from "vscode";
import { DocumentSelector, LanguageClient, LanguageClientOptions, Middleware, State, Trace } from "vscode-languageclient/node";
import { executeCommand } from "./commands";
import { CrashLimit } from "./crashes";
import { pickInterpreter } from "./interpreterPicker";
import { Preview } from "./preview";
import { choose, Choice } from "./python";
import { QuietClient } from "./quietClient";
import * as settings from "./settings";
import { Status } from "./status";

const SELECTOR: DocumentSelector = [
  { scheme: "file", language: "python" },
  { scheme: "untitled", language: "python" },
  { notebook: "jupyter-notebook", language: "python" },
];
interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: object } };
}

const STOP_MILLISECONDS = 2_000;
const START_MILLISECONDS = 10_000;

/** The language server's process: at most one, started, told of changes, started again and stopped in order. */
export class Server implements Disposable {
  private client: LanguageClient | undefined;
  private choice: Choice = {};
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly extension: Extension<unknown>,
    private readonly log: LogOutputChannel,
    private readonly status: Status,
    private readonly preview: Preview,
  ) {}

  /** Starts the server, ending the one that runs. */
  start(): Promise<void> {
    return this.enqueue(() => this.open());
  }

  stop(): Promise<void> {
    return this.enqueue(() => this.close("the editor asked for it"));
  }

  /** Settings or the environment changed: tells the server, or starts it where it could not run before. */
  update(): Promise<void> {
    return this.enqueue(async () => {
      if (!settings.get<boolean>("enable", true)) return this.close("keras-shapes.enable is off");
      if (!this.client?.isRunning()) return this.open();
      this.choice = await this.chooseInterpreter();
      await this.client.setTrace(traceLevel());
      await this.client.sendNotification("workspace/didChangeConfiguration", { settings: { [settings.SECTION]: this.settings() } });
    });
  }

  dispose(): void {
    void this.stop();
  }

  // Starting and stopping overlap when settings change quickly; one after the other leaves one process.
  private enqueue(step: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(step).catch((error: unknown) => {
      this.stopped(error instanceof Error ? error.message : String(error));
    });
    return this.queue;
  }

  private async open(): Promise<void> {
    if (!settings.get<boolean>("enable", true)) return this.close("keras-shapes.enable is off");
    await this.discard();
    this.status.state = { kind: "starting" };
    this.choice = await this.chooseInterpreter();
    const python = this.choice.server;
    if (!python) return;
    const args = ["-I", "-S", "-X", "utf8", path.join(this.extension.extensionPath, "bundled", "start.py"), "server"];
    this.log.info(`Starting ${python.path} ${args.join(" ")} (Python ${python.version.join(".")}, from ${python.origin})`);
    const crashes = this.crashLimit();
    const client = new QuietClient(settings.SECTION, "Keras shapes", { command: python.path, args }, this.options(crashes));
    client.onDidChangeState(({ newState }) => {
      this.offerCommands(newState === State.Running);
      if (newState !== State.Running) return;
      this.status.state = { kind: "running", detail: `Server on Python ${python.version.join(".")}, ${python.path}` };
    });
    this.client = client;
    try {
      await client.start();
      await client.setTrace(traceLevel());
    } catch (error) {
      if (!crashes.hasCrashed) throw error;
    }
  }

  private async close(why: string): Promise<void> {
    await this.discard();
    this.status.state = { kind: "stopped", why, wanted: true };
  }

  private async discard(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    // One that comes back from a crash refuses to be stopped, and would then keep its commands from the next one.
    if (client?.state === State.Starting) await withinMilliseconds(START_MILLISECONDS, client.start());
    // A client that never came up has nothing to stop and says so by failing.
    await client?.dispose(STOP_MILLISECONDS).catch(() => undefined);
  }

  private crashLimit(): CrashLimit {
    return new CrashLimit(
      (crash) => {
        this.log.warn(`The server's process ended by itself (${crash}); starting it again.`);
        this.status.state = { kind: "starting" };
      },
      (why) => {
        this.stopped(why);
      },
    );
  }

  private options(crashes: CrashLimit): LanguageClientOptions {
    return {
      documentSelector: SELECTOR,
      outputChannel: this.log,
      // A log channel drops what is traced unless its level is "trace"; trace.server alone shall decide.
      traceOutputChannel: Object.create(this.log, { trace: { value: (message: string) => { this.log.info(message); } } }) as LogOutputChannel,
      initializationOptions: () => this.settings(),
      diagnosticPullOptions: { onChange: true, onSave: true },
      errorHandler: crashes,
      initializationFailedHandler: () => false,
      middleware: this.middleware(),
    };
  }

  private middleware(): Middleware {
    return {
      executeCommand: (command, args, next) => executeCommand(command, args as unknown[], next, this.preview),
      handleWorkDoneProgress: (token, params, next) => {
        this.status.progress(token, params);
        next(token, params);
      },
      workspace: {
        // `update` tells the server, with what was found for validation and not only with what was written.
        didChangeConfiguration: () => Promise.resolve(),
        configuration: async (params, token, next) => {
          const answers: unknown = await next(params, token);
          if (!Array.isArray(answers)) return answers as never;
          return params.items.map(({ section }, at) => (section === settings.SECTION ? this.settings() : (answers[at] as unknown)));
        },
      },
    };
  }

  private settings(): ReturnType<typeof settings.forServer> {
    const { contributes } = this.extension.packageJSON as Manifest;
    const names = Object.keys(contributes.configuration.properties).map((name) => name.slice(settings.SECTION.length + 1));
    return settings.forServer(names, this.choice.validation);
  }

  private async chooseInterpreter(): Promise<Choice> {
    const choice = await choose();
    if (choice.problem && choice.problem !== this.choice.problem) this.complain(choice.problem, choice.server !== undefined);
    if (!choice.server) this.status.state = { kind: "stopped", why: choice.problem ?? "no Python", wanted: false };
    return choice;
  }

  private complain(problem: string, goesOn: boolean): void {
    this.log.warn(problem);
    const show = goesOn ? window.showWarningMessage : window.showErrorMessage;
    void show(`Keras shapes: ${problem}`, "Choose interpreter", "Show logs").then((answer) => {
      if (answer === "Choose interpreter") return pickInterpreter();
      if (answer === "Show logs") this.log.show();
      return undefined;
    });
  }

  private stopped(why: string): void {
    this.log.error(why);
    this.status.state = { kind: "stopped", why, wanted: false };
    void window.showErrorMessage(`Keras shapes stopped: ${why}`, "Restart", "Show logs").then((answer) => {
      if (answer === "Restart") return this.start();
      if (answer === "Show logs") this.log.show();
      return undefined;
    });
  }

  // Palette entries that need the server are offered only while it runs.
  private offerCommands(running: boolean): void {
    void commands.executeCommand("setContext", `${settings.SECTION}.running`, running);
  }
}

function traceLevel(): Trace {
  return Trace.fromString(settings.get("trace.server", "off"));
}

/** Waits for what is under way, however it ends, but not longer than this. */
async function withinMilliseconds(limit: number, step: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => { timer = setTimeout(resolve, limit); });
  await Promise.race([step.catch(() => undefined), timeout]);
  clearTimeout(timer);
}

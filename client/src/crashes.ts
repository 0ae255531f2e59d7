import { CloseAction, CloseHandlerResult, ErrorAction, ErrorHandler, ErrorHandlerResult } from "vscode-languageclient/node";

const WINDOW_MILLISECONDS = 3 * 60_000;
const MOST_RESTARTS = 4;

/** Starts the server again after a crash, but not one that keeps crashing. */
export class CrashLimit implements ErrorHandler {
  private crashes: number[] = [];

  constructor(
    private readonly restarting: (crash: number) => void,
    private readonly gaveUp: (why: string) => void,
  ) {}

  /** Whether the server's end has been told of here, so that what failed with it need not be. */
  get hasCrashed(): boolean {
    return this.crashes.length > 0;
  }

  error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    return { action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.crashes = [...this.crashes.filter((time) => now - time < WINDOW_MILLISECONDS), now];
    if (this.crashes.length <= MOST_RESTARTS) {
      this.restarting(this.crashes.length);
      return { action: CloseAction.Restart, handled: true };
    }
    this.gaveUp(`The server crashed ${this.crashes.length} times in three minutes.`);
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}

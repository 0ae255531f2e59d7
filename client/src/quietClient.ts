import { LanguageClient } from "vscode-languageclient/node";

/**
 * Logs what goes wrong in a request or a restart and interrupts nobody: whoever types can mend neither.
 * What the user can do something about is told by `Server`, with the way out.
 */
export class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

import { commands, Disposable, EventEmitter, TextDocumentContentProvider, Uri, workspace } from "vscode";

const SCHEME = "keras-shapes-model";

/** Shows a model's description, Markdown from the server, beside the code. */
export class Preview implements TextDocumentContentProvider, Disposable {
  private readonly changed = new EventEmitter<Uri>();
  private readonly registration = workspace.registerTextDocumentContentProvider(SCHEME, this);
  private markdown = "";
  readonly onDidChange = this.changed.event;

  provideTextDocumentContent(): string {
    return this.markdown;
  }

  async show(markdown: string): Promise<void> {
    this.markdown = markdown;
    const uri = Uri.from({ scheme: SCHEME, path: "Model.md" });
    this.changed.fire(uri);
    await commands.executeCommand("markdown.showPreviewToSide", uri);
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}

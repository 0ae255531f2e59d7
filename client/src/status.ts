import { Diagnostic, Disposable, languages, StatusBarAlignment, StatusBarItem, ThemeColor, Uri, window } from "vscode";
import { ProgressToken, WorkDoneProgressBegin, WorkDoneProgressEnd, WorkDoneProgressReport } from "vscode-languageclient/node";

// What only running has found is the server's finding too.
const SOURCES: readonly (string | undefined)[] = ["keras-shapes", "Keras said"];

type Progress = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** What the server is doing, and for a stopped one, why. */
export type State =
  | { readonly kind: "starting" }
  | { readonly kind: "running"; readonly detail: string }
  | { readonly kind: "stopped"; readonly why: string; readonly wanted: boolean };

/** The item in the status bar: starting, running with its findings, at work, or stopped. */
export class Status implements Disposable {
  private readonly item: StatusBarItem;
  private readonly findings = new Map<string, number>();
  private readonly work = new Map<ProgressToken, string>();
  private readonly subscription: Disposable;
  private current: State = { kind: "starting" };

  constructor(menu: string) {
    this.item = window.createStatusBarItem("keras-shapes.status", StatusBarAlignment.Left);
    this.item.name = "Keras shapes";
    this.item.command = menu;
    this.subscription = languages.onDidChangeDiagnostics(({ uris }) => {
      this.count(uris);
    });
    this.render();
    this.item.show();
  }

  get state(): State {
    return this.current;
  }

  set state(state: State) {
    this.current = state;
    if (state.kind !== "running") this.work.clear();
    this.render();
  }

  /** Shows what the server says it is working on, such as a validation. */
  progress(token: ProgressToken, { kind, ...params }: Progress): void {
    if (kind === "begin") this.work.set(token, (params as WorkDoneProgressBegin).title);
    if (kind === "end") this.work.delete(token);
    this.render();
  }

  /** One sentence for the menu and the tooltip. */
  get summary(): string {
    switch (this.current.kind) {
      case "starting":
        return "The server is starting.";
      case "stopped":
        return `Stopped: ${this.current.why}`;
      case "running":
        return `${this.total ? `${plural(this.total)}. ` : ""}${this.current.detail}`;
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.item.dispose();
  }

  private get total(): number {
    return [...this.findings.values()].reduce((sum, count) => sum + count, 0);
  }

  private count(uris: readonly Uri[]): void {
    for (const uri of uris) {
      const ours = languages.getDiagnostics(uri).filter(({ source }: Diagnostic) => SOURCES.includes(source)).length;
      if (ours) this.findings.set(uri.toString(), ours);
      else this.findings.delete(uri.toString());
    }
    this.render();
  }

  private render(): void {
    const { kind } = this.current;
    const [working] = this.work.values();
    if (kind === "starting") this.item.text = "$(sync~spin) Keras shapes";
    else if (kind === "stopped") this.item.text = "$(circle-slash) Keras shapes: stopped";
    else if (working) this.item.text = `$(sync~spin) Keras shapes: ${working}`;
    else this.item.text = this.total ? `$(symbol-array) Keras shapes: ${plural(this.total)}` : "$(symbol-array) Keras shapes";
    this.item.tooltip = this.summary;
    const alarming = this.current.kind === "stopped" && !this.current.wanted;
    this.item.backgroundColor = alarming ? new ThemeColor("statusBarItem.warningBackground") : undefined;
  }
}

function plural(count: number): string {
  return `${count} finding${count === 1 ? "" : "s"}`;
}

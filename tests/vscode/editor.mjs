// What a user does in the window: open, look, press keys.
import fs from "node:fs";
import path from "node:path";
import { SCREENSHOTS } from "./code-server.mjs";

const MILLISECONDS = 30_000;
// The first finding waits for the extension to be activated and the server to start.
export const FIRST_MILLISECONDS = 90_000;

export class Editor {
  constructor(page) {
    this.page = page;
    page.setDefaultTimeout(MILLISECONDS);
    fs.mkdirSync(SCREENSHOTS, { recursive: true });
  }

  async screenshot(name) {
    await this.page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });
  }

  async open(file) {
    await this.page.keyboard.press("Control+P");
    await this.#quickInput().fill(file);
    // The list first shows what was open lately: Enter takes its first row, whatever that is by then.
    await this.page.locator('.quick-input-list .monaco-list-row[data-index="0"]', { hasText: file }).waitFor();
    await this.page.keyboard.press("Enter");
    await this.page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
  }

  /** Leaves whatever a check that failed left open. */
  async calmDown() {
    for (let times = 0; times < 3; times += 1) await this.page.keyboard.press("Escape");
  }

  async closeEditors() {
    // After a check that failed there may be changes that VS Code would ask about.
    if (await this.page.locator(".tab.dirty").count()) await this.command("File: Revert File");
    await this.command("View: Close All Editors");
    await this.page.locator(".tab").first().waitFor({ state: "detached" });
  }

  async command(title) {
    await this.page.keyboard.press("F1");
    await this.#quickInput().fill(`>${title}`);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
  }

  /** The wavy lines of a severity, error or warning, in the text. */
  squiggle(severity) {
    return this.page.locator(`.monaco-editor .squiggly-${severity}:visible`);
  }

  /** A line of text, with what is drawn into it: inlay hints too. */
  line(text) {
    return this.page.locator(".monaco-editor .view-line:visible", { hasText: text });
  }

  lens(text) {
    return this.page.locator(".codelens-decoration:visible", { hasText: text }).first();
  }

  async clickLens(title) {
    const link = this.page.locator(".codelens-decoration:visible a", { hasText: title }).first();
    await link.waitFor();
    await this.page.waitForTimeout(500); // lenses are drawn anew shortly after a file is opened, and lose a click
    await link.click();
  }

  async clearNotifications() {
    await this.command("Notifications: Clear All Notifications");
  }

  toast(text) {
    return this.page.locator(".notifications-toasts", { hasText: text });
  }

  get status() {
    return this.page.locator('.statusbar-item[id*="keras-shapes.status"]').first();
  }

  /** Puts the caret just inside the end of the line that holds some text. */
  async putCaretAtEndOf(text) {
    await this.line(text).first().click();
    await this.page.keyboard.press("End");
    await this.page.keyboard.press("ArrowLeft");
  }

  get fixes() {
    return this.page.locator(".action-widget .monaco-list-row.action");
  }

  async hover(word) {
    const exactly = new RegExp(`^\\s*${word}\\s*$`);
    await this.page.locator(".monaco-editor .view-line:visible span", { hasText: exactly }).first().hover();
    return this.page.locator(".monaco-hover:visible");
  }

  /** Opens the quick fixes at the end of the line that holds `at`, until the one with `title` is among them. */
  async openFixes(at, title) {
    const wanted = this.fixes.filter({ hasText: title }).first();
    for (let attempts = 3; attempts; attempts -= 1) {
      await this.putCaretAtEndOf(at); // hints that are drawn meanwhile close the list: begin anew
      await this.page.keyboard.press("Control+.");
      if (await wanted.waitFor({ timeout: MILLISECONDS / 3 }).then(() => true, () => false)) return wanted;
    }
    throw new Error(`no fix ${title}: ${(await this.fixes.allInnerTexts()).join("; ")}`);
  }

  /** Takes the quick fix that `title` matches, on the line that holds `at`. */
  async quickFix(at, title, screenshot) {
    const wanted = await this.openFixes(at, title);
    await this.screenshot(screenshot);
    // The list does not take clicks on every version: go down to the row.
    for (let at = 0; at < (await this.fixes.count()) && !(await wanted.getAttribute("class")).includes("focused"); at += 1) {
      await this.page.keyboard.press("ArrowDown");
    }
    await this.page.keyboard.press("Enter");
  }

  /** The rows of the Problems panel, with the lines that belong to a finding unfolded. */
  async problems(text) {
    await this.page.keyboard.press("Control+Shift+M");
    const finding = this.page.locator(".markers-panel .monaco-list-row", { hasText: text }).first();
    await finding.waitFor();
    await finding.click({ position: { x: 24, y: 8 } }); // further right is the link to the rule's page
    await this.page.keyboard.press("ArrowRight");
    return this.page.locator(".markers-panel .monaco-list-row");
  }

  async hideProblems() {
    const panel = this.page.locator(".markers-panel");
    await this.page.keyboard.press("Control+Shift+M");
    await panel.waitFor({ state: "hidden" });
  }

  async save(file, expected) {
    await this.page.keyboard.press("Control+S");
    for (const deadline = Date.now() + MILLISECONDS; Date.now() < deadline;) {
      const text = fs.readFileSync(file, "utf8");
      if (expected.test(text)) return text;
      await this.page.waitForTimeout(100);
    }
    throw new Error(`the saved file lacks ${expected}:\n${fs.readFileSync(file, "utf8")}`);
  }

  #quickInput() {
    return this.page.locator(".quick-input-widget input[type=text]").first();
  }
}

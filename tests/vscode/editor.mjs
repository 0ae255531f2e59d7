// What a user does in the window: open, look, press keys.
import fs from "node:fs";
import path from "node:path";
import { SCREENSHOTS } from "./code-server.mjs";

const MILLISECONDS = 15_000;
// The first finding waits for the extension to be activated and the server to start.
export const FIRST_MILLISECONDS = 45_000;

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
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: file }).first().waitFor();
    await this.page.keyboard.press("Enter");
    await this.page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
  }

  async closeEditors() {
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
    return this.page.locator(`.editor-instance .squiggly-${severity}`);
  }

  /** A line of text, with what is drawn into it: inlay hints too. */
  line(text) {
    return this.page.locator(".editor-instance .view-line", { hasText: text });
  }

  lens(text) {
    return this.page.locator(".codelens-decoration", { hasText: text }).first();
  }

  toast(text) {
    return this.page.locator(".notifications-toasts", { hasText: text });
  }

  get status() {
    return this.page.locator('.statusbar-item[id="keras-shapes.keras-shapes.keras-shapes.status"], .statusbar-item[id*="keras-shapes.status"]').first();
  }

  /** Puts the caret on the start of some text that the pointer can reach. */
  async clickOn(text) {
    await this.line(text).first().click();
    await this.page.keyboard.press("Home");
  }

  async hover(word) {
    const exactly = new RegExp(`^\\s*${word}\\s*$`);
    await this.page.locator(".editor-instance .view-line span", { hasText: exactly }).first().hover();
    return this.page.locator(".monaco-hover:not(.hidden)").first();
  }

  /** Opens the quick fixes at the caret, takes the one that `title` matches, and gives its title. */
  async quickFix(title, screenshot) {
    await this.page.keyboard.press("Control+.");
    const rows = this.page.locator(".action-widget .monaco-list-row.action");
    const wanted = rows.filter({ hasText: title }).first();
    await wanted.waitFor();
    if (screenshot) await this.screenshot(screenshot);
    const words = (await wanted.innerText()).trim();
    // The list does not take clicks on every version: go down to the row.
    for (let at = 0; at < (await rows.count()) && !(await wanted.getAttribute("class")).includes("focused"); at += 1) {
      await this.page.keyboard.press("ArrowDown");
    }
    await this.page.keyboard.press("Enter");
    return words;
  }

  /** The rows of the Problems panel, with the lines that belong to a finding unfolded. */
  async problems(text) {
    await this.command("Problems: Focus on Problems View");
    const finding = this.page.locator(".markers-panel .monaco-list-row", { hasText: text }).first();
    await finding.waitFor();
    await finding.click();
    await this.page.keyboard.press("ArrowRight");
    return this.page.locator(".markers-panel .monaco-list-row");
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

// Drives the built VSIX in a real VS Code: `npm run test:vscode [workbench|exthost]`.
import fs from "node:fs";
import { install, PYTHON, SCREENSHOTS, VSIX } from "./code-server.mjs";
import * as exthost from "./exthost.mjs";
import { Report } from "./report.mjs";
import * as workbench from "./workbench.mjs";

const SUITES = { exthost, workbench };

for (const needed of [VSIX, PYTHON]) {
  if (!fs.existsSync(needed)) throw new Error(`${needed} is missing: run make vsix first`);
}
install();
fs.rmSync(SCREENSHOTS, { recursive: true, force: true });
const report = new Report();
const chosen = process.argv.slice(2);
for (const [name, suite] of Object.entries(SUITES)) {
  if (chosen.length && !chosen.includes(name)) continue;
  await report.test(`${name} suite ran to its end`, () => suite.run(report));
}
console.log(`${report.passed} passed, ${report.failed} failed`);
process.exit(report.failed ? 1 : 0);

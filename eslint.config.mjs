import js from "@eslint/js";
import tseslint from "typescript-eslint";

const nodeGlobals = { console: "readonly", process: "readonly", fetch: "readonly", setTimeout: "readonly", URL: "readonly", URLSearchParams: "readonly", Buffer: "readonly" };

export default tseslint.config(
  { ignores: ["client/out/", "bundled/", "build/"] },
  js.configs.recommended,
  {
    files: ["client/src/**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: "client/tsconfig.json" } },
    rules: { "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }] },
  },
  { files: ["tests/vscode/**/*.mjs"], languageOptions: { globals: nodeGlobals } },
  {
    files: ["tests/vscode/**/*.cjs"],
    languageOptions: { sourceType: "commonjs", globals: { ...nodeGlobals, require: "readonly", exports: "writable", module: "writable" } },
  },
);

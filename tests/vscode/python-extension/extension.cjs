// The part of the Python extension's interface that keras-shapes uses, and a command for tests to change its choice.
const vscode = require("vscode");

exports.activate = (context) => {
  const changed = new vscode.EventEmitter();
  let path = "";
  context.subscriptions.push(
    vscode.commands.registerCommand("test.choosePython", (chosen) => {
      path = chosen;
      changed.fire({ path });
    }),
  );
  return {
    environments: {
      getActiveEnvironmentPath: () => ({ path }),
      onDidChangeActiveEnvironmentPath: changed.event,
    },
  };
};

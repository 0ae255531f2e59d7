#!/bin/sh
# Installs code-server, a real VS Code whose window is a web page, from the npm registry alone.
# Usage: install-code-server.sh FOLDER      Needs npm, and a C++ compiler for the editor's log files.
set -eu
folder=$1
code_server=4.139.1
node=24.21.0 # the only major version that this code-server runs on
case $(uname -m) in aarch64 | arm64) arch=arm64 ;; *) arch=x64 ;; esac

if [ -f "$folder/complete" ]; then exit 0; fi
echo "Installing code-server $code_server into $folder (about a minute, 800 MB)"
mkdir -p "$folder"
cd "$folder"
echo '{"private": true, "name": "keras-shapes-e2e"}' > package.json
# Without its install scripts: they build what is not needed here, against libraries that may not be there.
npm install --silent --no-audit --no-fund --ignore-scripts "node-linux-$arch@$node" "code-server@$code_server"
ln -sfn "node-linux-$arch" node_modules/node-for-code-server
runtime="$PWD/node_modules/node-for-code-server"
PATH="$runtime/bin:$PATH"
npm_config_nodedir="$runtime" # its C++ headers are in the package
export PATH npm_config_nodedir
cd node_modules/code-server/lib/vscode
npm install --silent --omit=dev --ignore-scripts --no-audit --no-fund
# Only the log files need a build; the tests do without them where it fails.
npm rebuild --foreground-scripts @vscode/spdlog @vscode/native-watchdog > "$folder/rebuild.log" 2>&1 ||
    echo "spdlog was not built, so the editor writes no log files: see $folder/rebuild.log"
touch "$folder/complete"

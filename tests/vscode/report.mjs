// Names each check as it ends, and counts.
export class Report {
  passed = 0;
  failed = 0;
  #start = Date.now();

  say(line) {
    console.log(`[${((Date.now() - this.#start) / 1000).toFixed(1)} s] ${line}`);
  }

  async test(name, check, afterFailure = async () => {}) {
    try {
      await check();
      this.passed += 1;
      this.say(`ok ${name}`);
    } catch (error) {
      this.failed += 1;
      this.say(`FAILED ${name}: ${withoutLog(error.message)}`);
      await afterFailure().catch(() => {});
    }
  }
}

// After the message, Playwright lists every attempt; its first line says what was waited for.
function withoutLog(message) {
  return message.split("\n").slice(0, 3).join(" ");
}

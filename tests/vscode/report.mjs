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

// Playwright lists every attempt after the message, in colour.
function withoutLog(message) {
  return message.split("\nCall log:")[0];
}

const { TestEnvironment } = require('jest-environment-node');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/**
 * Node's own globals instead of a copy for each test file: what a worker keeps from file to file (keeping-runtime.cjs) is of one kind with what a test makes,
 * and fake timers reach it. The globals that a file adds go with it.
 */
module.exports = class OneRealmEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.before = Object.getOwnPropertyDescriptors(globalThis);
    this.exit = process.exit;
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config: config.projectConfig, global: globalThis });
  }

  async teardown() {
    await super.teardown();
    process.exit = this.exit;
    for (const name of Reflect.ownKeys(globalThis)) if (!(name in this.before)) Reflect.deleteProperty(globalThis, name);
    Object.defineProperties(globalThis, this.before);
  }
};

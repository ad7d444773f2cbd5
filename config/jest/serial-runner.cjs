const { default: TestRunner } = require('jest-runner');

/** Jest knows no "in band" for one project; it does ask a runner whether it is serial. */
module.exports = class SerialRunner extends TestRunner {
  isSerial = true;
};

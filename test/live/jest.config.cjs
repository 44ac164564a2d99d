/** Proofs by the clock on the wall and by real processes. One at a time: each wants the machine for itself. */
const { testEnvironment, moduleFileExtensions, transform } = require('../../jest.config.cjs');

module.exports = {
  testEnvironment,
  moduleFileExtensions,
  transform,
  rootDir: '../..',
  roots: ['<rootDir>/test/live'],
  testRegex: '\\.live-spec\\.ts$',
  testTimeout: 120_000,
  maxWorkers: 1,
};

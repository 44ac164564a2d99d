/** The page in a real browser, against the built app: run `npm run build` first. Pictures go to test-results/. */
const { testEnvironment, moduleFileExtensions, transform } = require('../../jest.config.cjs');

module.exports = {
  testEnvironment,
  moduleFileExtensions,
  transform,
  rootDir: '../..',
  roots: ['<rootDir>/test/browser'],
  testRegex: '\\.browser-spec\\.ts$',
  testTimeout: 60_000,
  maxWorkers: 1,
};

/** The Dockerfile, carried out step by step where no Docker is: `npm run test:image`. It installs packages by npm. */
const { testEnvironment, moduleFileExtensions, transform } = require('../../jest.config.cjs');

module.exports = {
  testEnvironment,
  moduleFileExtensions,
  transform,
  rootDir: '../..',
  roots: ['<rootDir>/test/image'],
  testRegex: '\\.image-spec\\.ts$',
  testTimeout: 120_000,
  maxWorkers: 1,
};

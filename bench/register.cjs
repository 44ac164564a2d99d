/** Lets Node run the TypeScript of bench/ as jest runs that of the tests, for `node --require ./bench/register.cjs`. */
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');
const { transform } = require('../jest.config.cjs');

const [, options] = transform['^.+\\.ts$'];

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
  module._compile(code, filename);
};

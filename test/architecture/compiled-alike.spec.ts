import { readFileSync } from 'node:fs';

const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8'));
const [, { jsc }] = require('../../jest.config.cjs').transform['^.+\\.ts$'];

describe('What is tested is what is built', () => {
  it('to the same version of the language', () => {
    expect(jsc.target).toBe(compilerOptions.target.toLowerCase());
  });

  it('with fields of a class that are there once they are set: a request that leaves one out has no such field', () => {
    expect(jsc.transform.useDefineForClassFields).toBe(compilerOptions.useDefineForClassFields);
  });
});

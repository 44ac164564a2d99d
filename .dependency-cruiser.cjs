/**
 * The ladder: who may import whom. This list is the architecture; the rules below are made from it.
 * A new module gets a line here, on the rung above everything it calls.
 */
const LADDER = [
  ['users'],
  ['auth', 'voices', 'notes'],
  ['habits'],
  ['notifications', 'imports'],
  ['calls'],
  ['insights', 'sync', 'realtime', 'canary', 'calendar-feed'],
];

const modules = LADDER.flat();
const folder = (name) => `^src/modules/${name}/`;

const upwards = LADDER.flatMap((rung, height) =>
  rung.map((name) => {
    const forbidden = LADDER.slice(height)
      .flat()
      .filter((other) => other !== name);
    return {
      name: `${name}-calls-downwards`,
      comment: `${name} may call only modules on lower rungs; what is above it listens to its news.`,
      severity: 'error',
      from: { path: folder(name) },
      to: { path: `^src/modules/(${forbidden.join('|')})/` },
    };
  }),
).filter((rule) => rule.to.path !== '^src/modules/()/');

const frontDoors = modules.map((name) => ({
  name: `${name}-by-the-front-door`,
  comment: `Other modules import ${name} through its index.ts alone.`,
  severity: 'error',
  from: { path: '^src/modules/', pathNot: folder(name) },
  to: { path: folder(name), pathNot: `^src/modules/${name}/index\\.ts$` },
}));

/** Pure libraries a domain may decide with: a list of words is data, though it comes as a package. */
const WORD_LISTS = '^node_modules/obscenity/';

const pureDomains = modules.map((name) => ({
  name: `${name}-domain-is-pure`,
  comment:
    'A domain decides with its own files, the kernel and lists of words: no framework, no database, no clock of its own.',
  severity: 'error',
  from: { path: `^src/modules/${name}/domain/`, pathNot: '\\.spec\\.ts$' },
  to: {
    pathNot: [`^src/modules/${name}/domain/`, '^src/kernel/', WORD_LISTS],
  },
}));

module.exports = {
  forbidden: [
    {
      name: 'kernel-imports-nothing',
      comment: 'The kernel holds the words; it stands on the language alone.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^src/kernel/' },
    },
    {
      name: 'platform-knows-no-product',
      comment: 'The machinery serves every module and knows none.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules/|[^/]+\\.ts$)' },
    },
    {
      name: 'modules-are-composed-above',
      comment: 'app.module.ts, main.ts and the demo compose the modules; no module knows them.',
      severity: 'error',
      from: { path: '^src/modules/' },
      to: { path: '^src/([^/]+\\.ts$|demo/)' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'product-without-test-tools',
      comment: 'What ships needs nothing of devDependencies.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'product-without-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '(^test/|\\.spec\\.ts$)' },
    },
    ...upwards,
    ...frontDoors,
    ...pureDomains,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { execForm, filledIn, type Instruction, type Stage, wordsOf } from './dockerfile';

/** What a stage has become: its files below `root`, and what its instructions say of how to run it. */
export interface Image {
  root: string;
  folder: string;
  environment: Record<string, string>;
  labels: Record<string, string>;
  user: { uid: number; gid: number } | undefined;
  stopSignal: NodeJS.Signals;
  health: [program: string, ...args: string[]] | undefined;
  command: [program: string, ...args: string[]] | undefined;
}

/** What a build is given: the context, `--build-arg`s, where stages may lie, and the programs of the base image. */
export interface Build {
  context: string;
  args: Record<string, string>;
  stages: string;
  programs: string;
}

/**
 * Carries the instructions out, each stage in a folder of its own that begins empty. Of the base image there are node and
 * npm alone. A path in `RUN` is not held below that folder as Docker would; our steps name none that is absolute.
 */
export function buildImage(stages: Stage[], build: Build): Image {
  const built = new Map<string, Image>();
  for (const stage of stages) built.set(stage.name, buildStage(stage, build, built));
  return built.get(stages.at(-1)?.name ?? '') ?? missing('stage');
}

function buildStage(stage: Stage, build: Build, built: Map<string, Image>): Image {
  if (!/^node:26\b/.test(stage.base)) throw new Error(`Only node:26 can be rehearsed, not ${stage.base}.`);
  const image = emptyImage(join(build.stages, stage.name));
  const args: Record<string, string> = {};
  for (const instruction of stage.instructions) carryOut(instruction, image, { build, built, args });
  return image;
}

function emptyImage(root: string): Image {
  mkdirSync(root, { recursive: true });
  const nothingSaid = { user: undefined, health: undefined, command: undefined };
  return { root, folder: '/', environment: {}, labels: {}, stopSignal: 'SIGTERM', ...nothingSaid };
}

interface Around {
  build: Build;
  built: Map<string, Image>;
  args: Record<string, string>;
}

function carryOut({ word, flags, rest }: Instruction, image: Image, around: Around): void {
  const text = filledIn(rest, { ...around.args, ...image.environment });
  switch (word) {
    case 'WORKDIR':
      image.folder = text;
      mkdirSync(join(image.root, text), { recursive: true });
      return;
    case 'COPY':
      copy(wordsOf(text), sourceOf(flags, around), image);
      return;
    case 'RUN':
      run(rest, image, around);
      return;
    case 'ARG':
      declare(text, around);
      return;
    case 'ENV':
      Object.assign(image.environment, pairsOf(text));
      return;
    case 'LABEL':
      Object.assign(image.labels, pairsOf(text));
      return;
    case 'HEALTHCHECK':
      image.health = execForm(rest.replace(/^.*?CMD /, ''));
      return;
    default:
      note(word, text, image);
  }
}

function note(word: string, text: string, image: Image): void {
  if (word === 'CMD') image.command = execForm(text);
  else if (word === 'USER') image.user = userOf(text);
  else if (word === 'STOPSIGNAL') image.stopSignal = text as NodeJS.Signals;
  else if (word !== 'EXPOSE') throw new Error(`${word} cannot be rehearsed.`);
}

function sourceOf({ from }: Record<string, string>, { build, built }: Around): string {
  return from === undefined ? build.context : (built.get(from)?.root ?? missing(`stage ${from}`));
}

/** A folder's content is copied, not the folder; several sources need a folder to go to. */
function copy(words: string[], source: string, image: Image): void {
  const goal = words.at(-1) ?? '';
  const target = join(image.root, goal.startsWith('/') ? goal : join(image.folder, goal));
  for (const word of words.slice(0, -1)) {
    const from = join(source, word);
    if (!existsSync(from)) throw new Error(`COPY finds no ${word}.`);
    const intoFolder = statSync(from).isFile() && (goal.endsWith('/') || words.length > 2);
    const to = intoFolder ? join(target, basename(word)) : target;
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }
}

function run(command: string, image: Image, { build, args }: Around): void {
  const env = { ...ofThisMachine(), ...args, ...image.environment, PATH: `${build.programs}:${process.env.PATH}` };
  execFileSync('sh', ['-c', command], { cwd: join(image.root, image.folder), env, stdio: 'pipe' });
}

/** How this machine reaches the registry: nothing of ours, and nothing that changes what is installed. */
const WAY_TO_REGISTRY =
  /^(HOME|https?_proxy|no_proxy|npm_config_(registry|cafile)|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE)$/i;

function ofThisMachine(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => WAY_TO_REGISTRY.test(name)));
}

/** A build argument counts for what follows it, and only where it is declared. */
function declare(text: string, { build, args }: Around): void {
  const [name, usual] = Object.entries(pairsOf(text))[0] ?? missing('name');
  args[name] = build.args[name] ?? usual;
}

function pairsOf(text: string): Record<string, string> {
  return Object.fromEntries(wordsOf(text).map((word) => [word.split('=', 1)[0], word.slice(word.indexOf('=') + 1)]));
}

function userOf(text: string): { uid: number; gid: number } {
  const [uid = Number.NaN, gid = uid] = text.split(':').map(Number);
  return { uid, gid };
}

function missing(what: string): never {
  throw new Error(`The Dockerfile lacks a ${what}.`);
}

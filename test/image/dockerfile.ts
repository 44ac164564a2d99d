/** One instruction of a Dockerfile: its word, its flags such as `--from=build`, and the rest of it as written. */
export interface Instruction {
  word: string;
  flags: Record<string, string>;
  rest: string;
}

/** Between two `FROM`s. */
export interface Stage {
  name: string;
  base: string;
  instructions: Instruction[];
}

/** Reads what our Dockerfile is written in: comments, lines that go on, flags. Heredocs and parser directives are not known. */
export function stagesOf(text: string): Stage[] {
  const stages: Stage[] = [];
  for (const instruction of instructionsOf(text)) {
    if (instruction.word === 'FROM') stages.push(stageOf(instruction.rest, stages.length));
    else if (stages.length === 0) throw new Error(`${instruction.word} stands before the first FROM.`);
    else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

/** The exec form of `CMD` and `HEALTHCHECK`. The shell form would put a shell between the signals and us. */
export function execForm(rest: string): [program: string, ...args: string[]] {
  const words: unknown = JSON.parse(rest);
  if (!Array.isArray(words) || words.length === 0) throw new Error(`Not in exec form: ${rest}`);
  return words as [string, ...string[]];
}

/** Words as a shell splits them, quotes taken off; for `ENV`, `LABEL` and `COPY`. */
export function wordsOf(rest: string): string[] {
  return (rest.match(/(?:[^\s"]|"[^"]*")+/g) ?? []).map((word) => word.replaceAll('"', ''));
}

/** Puts in `$NAME` and `${NAME}`; what is not set is empty. */
export function filledIn(text: string, variables: Record<string, string>): string {
  return text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced, bare) => variables[braced ?? bare] ?? '');
}

function instructionsOf(text: string): Instruction[] {
  const lines = text.split('\n').filter((line) => !/^\s*(#|$)/.test(line));
  return lines
    .join('\n')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .map(instructionOf);
}

function instructionOf(line: string): Instruction {
  const [, word, flagged, rest] = /^(\w+)\s+((?:--\S+\s+)*)(.*)$/.exec(line) ?? [];
  if (!word || flagged === undefined || rest === undefined) throw new Error(`Not an instruction: ${line}`);
  const flags = [...flagged.matchAll(/--([\w-]+)=(\S+)/g)].map(([, name, value]) => [name, value]);
  return { word: word.toUpperCase(), flags: Object.fromEntries(flags), rest: rest.trim() };
}

function stageOf(rest: string, index: number): Stage {
  const [base = '', , name = String(index)] = rest.split(/\s+/);
  return { base, name, instructions: [] };
}

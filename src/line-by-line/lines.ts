/** Bytes. A schedule with a thousand single changes has a tenth of it. */
export const LONGEST_LINE = 1_000_000;

/** A line that is longer than `LONGEST_LINE`: it is not kept, only passed over. */
export const TOO_LONG = Symbol('a line that is too long');

export type Line = string | typeof TOO_LONG;

const LINE_FEED = 0x0a;

/** The lines of a stream, one after the other, blank ones left out. However long a line is, little of it is held. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  const line = new LineBuffer();
  for await (const chunk of chunks) {
    let begin = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, begin)) {
      line.append(chunk.subarray(begin, end));
      yield* unlessBlank(line.take());
      begin = end + 1;
    }
    line.append(chunk.subarray(begin));
  }
  yield* unlessBlank(line.take());
}

class LineBuffer {
  private parts: Buffer[] = [];
  private length = 0;

  append(part: Buffer): void {
    this.length += part.length;
    if (this.length > LONGEST_LINE) this.parts = [];
    else if (part.length > 0) this.parts.push(part);
  }

  take(): Line {
    const line = this.length > LONGEST_LINE ? TOO_LONG : Buffer.concat(this.parts).toString();
    this.parts = [];
    this.length = 0;
    return line;
  }
}

function* unlessBlank(line: Line): Generator<Line> {
  if (line === TOO_LONG || line.trim() !== '') yield line;
}

import { RefusedByPart } from '../resilience';
import type { Spoken } from './speech';

/** Minutes of speech; a line lasts seconds. */
const LARGEST_AUDIO = 2 * 1024 * 1024;

/**
 * The audio in an answer. It is read no further than to the largest that we keep.
 * @throws Error when there is none: something else answers at the address
 * @throws RefusedByPart when there is too much of it
 */
export async function audioOf(answer: Response): Promise<Spoken> {
  const mediaType = mediaTypeOf(answer);
  if (!mediaType) {
    await answer.body?.cancel();
    throw new Error('no audio');
  }
  const audio = await bytesOf(answer);
  if (audio.length === 0) throw new Error('empty audio');
  return { audio, mediaType };
}

function mediaTypeOf({ headers }: Response): string | undefined {
  return /^audio\/[\w.+-]+(?=\s*(;|$))/.exec(headers.get('content-type')?.toLowerCase() ?? '')?.[0];
}

async function bytesOf({ body }: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > LARGEST_AUDIO) throw new RefusedByPart('The provider of speech gave more audio than a line can be.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

import { Injectable } from '@nestjs/common';
import { BoundedMap } from '../../../platform/cache';
import { Speech } from '../../../platform/speech';

type Line = Parameters<Speech['speak']>[0];
type Spoken = Awaited<ReturnType<Speech['speak']>>;

const MOST_CLIPS = 64;

/** Half a minute of mp3 at 128 kbit/s, which is longer than a preview takes to say. Whatever is larger is not kept. */
const LARGEST_CLIP = 512 * 1024;

/** The lines that were heard last, so that a provider is not asked, and paid, for the same twice. */
@Injectable()
export class Clips {
  private readonly kept = new BoundedMap<string, Promise<Spoken>>(MOST_CLIPS);

  constructor(private readonly speech: Speech) {}

  /** Who asks for a line that is being made waits for that one. */
  of(line: Line): Promise<Spoken> {
    const key = JSON.stringify([line.text, line.voice, line.language]);
    const known = this.kept.get(key);
    if (known) return known;
    const spoken = this.made(key, line);
    this.kept.set(key, spoken);
    return spoken;
  }

  private async made(key: string, line: Line): Promise<Spoken> {
    const spoken = await this.speech.speak(line);
    if (!spoken || spoken.audio.length > LARGEST_CLIP) this.kept.delete(key);
    return spoken;
  }
}

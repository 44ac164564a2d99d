/** What there is to be seen from outside. */
export type Happening = 'order' | 'rings' | 'webhook' | 'callivate' | 'person' | 'over' | 'text' | 'trouble';

export type Watcher = (happening: Happening, number: string, text: string) => void;

/** Tells whoever watches what happens, as it happens. */
export class Journal {
  private readonly watchers: Watcher[] = [];

  watch(watcher: Watcher): void {
    this.watchers.push(watcher);
  }

  tell(happening: Happening, number: string, text: string): void {
    for (const watcher of this.watchers) watcher(happening, number, text);
  }
}

import { Injectable } from '@nestjs/common';
import { HistoryService } from '../habits';
import { keyOf } from './domain/text';
import { ImportsRepository, type Source } from './imports.repository';

interface Named {
  key: string;
  title: string;
  kind: 'yes-no' | 'numeric';
}

/** Finds the habit that a name in a file stands for. */
@Injectable()
export class Namesakes {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly history: HistoryService,
  ) {}

  /**
   * The habit each belongs to: the one it was imported into before, else the one of the same name and kind that belongs to
   * no other of this source. Null when there is none.
   */
  async of(userId: string, source: Source, all: Named[]): Promise<{ habitIds: (string | null)[]; room: number }> {
    const known = await this.imports.known(userId, source);
    const { habits, room } = await this.history.present(userId);
    const taken = new Set(known.values());
    const habitIds = all.map(({ key, title, kind }) => {
      const before = known.get(key);
      if (before) return before;
      const namesake = habits.find(
        (habit) => habit.kind === kind && keyOf(habit.title) === keyOf(title) && !taken.has(habit.id),
      );
      if (namesake) taken.add(namesake.id);
      return namesake?.id ?? null;
    });
    return { habitIds, room };
  }
}

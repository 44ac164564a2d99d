import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { Audit } from '../../platform/audit';
import { UnitOfWork } from '../../platform/database';
import { People } from '../users';
import { HabitsService } from './habits.service';
import { pauseEnd } from './pause-end';
import { PauseOfEverythingResponse, type PauseRequest } from './pauses.dto';
import { PausesRepository } from './pauses.repository';

/** A pause of all that a person has, and of what they make in the meantime: a set, never a toggle. */
@Injectable()
export class PauseOfEverythingService {
  constructor(
    private readonly habits: HabitsService,
    private readonly pauses: PausesRepository,
    private readonly people: People,
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async get(userId: string): Promise<PauseOfEverythingResponse> {
    return PauseOfEverythingResponse.of(await this.pauses.running('everything', userId, this.clock.now()));
  }

  /** From now on nothing rings or counts, until that day or until it is resumed. Said again, the last word holds. */
  pause(userId: string, { resumesOn = null }: PauseRequest = {}): Promise<PauseOfEverythingResponse> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      const now = this.clock.now();
      const running = await this.pauses.running('everything', userId, now);
      if (running && running.resumesOn === resumesOn) return PauseOfEverythingResponse.of(running);
      const end = pauseEnd(resumesOn, await this.people.profile(userId), now);
      if (running) await this.pauses.setEnd('everything', running.id, end);
      else await this.pauses.startOfEverything(userId, now, end);
      await this.audit.record({ userId, action: 'everything-paused', detail: { resumesOn } });
      await this.habits.planAllAnew(userId);
      return this.get(userId);
    });
  }

  /** What is still to come today rings again, but for habits that are paused by themselves. */
  resume(userId: string): Promise<void> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      const now = this.clock.now();
      const running = await this.pauses.running('everything', userId, now);
      if (!running) return;
      await this.pauses.setEnd('everything', running.id, { resumesOn: null, endedAt: now });
      await this.audit.record({ userId, action: 'everything-resumed' });
      await this.habits.planAllAnew(userId);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Status } from '../../platform/status';
import { ZoneData } from '../../platform/time';
import { HabitsRepository } from './habits.repository';

/** Tells operators by which zone data this process plans, and how many habits wait to be planned anew by it. */
@Injectable()
export class PlanningReport {
  constructor(status: Status, zoneData: ZoneData, habits: HabitsRepository) {
    status.section('planning', async () => ({
      zoneData: zoneData.version,
      habitsWaiting: await habits.countPlannedByOlderZoneData(),
    }));
  }
}

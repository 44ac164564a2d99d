import { Injectable } from '@nestjs/common';

/** The zone data of the runtime, by which local times become moments. */
@Injectable()
export class ZoneData {
  /** Such as `2026a`: the year, and a letter that grows. A newer version is greater, letter by letter. */
  readonly version: string = process.versions.tz ?? '';
}

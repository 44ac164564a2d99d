import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { SECOND } from '../../kernel/clock';
import { Config } from '../config';
import { Status } from './status';

/** Which program this is, since when it runs, and by which zone data it turns local times into moments. */
@Injectable()
export class ServiceReport {
  constructor(status: Status, { COMMIT, NODE_ENV, ROLE }: Config) {
    const version = versionOf(join(process.cwd(), 'package.json'));
    status.section('service', () => ({
      version,
      commit: COMMIT ?? null,
      environment: NODE_ENV,
      role: ROLE,
      uptimeSeconds: Math.round(performance.now() / SECOND),
      memoryMegabytes: Math.round(process.memoryUsage.rss() / 1024 ** 2),
      node: process.versions.node,
      zoneData: process.versions.tz,
    }));
  }
}

function versionOf(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

import { Injectable } from '@nestjs/common';
import type { Call } from '../call.entity';
@Injectable()
export class TelephoneTalks {
  async begin(_call: Call): Promise<string> {
    return '';
  }
  async afterRelay(_id: string, _sid: string): Promise<string | undefined> {
    return undefined;
  }
}

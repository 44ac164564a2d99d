import { Injectable } from '@nestjs/common';
import type { HeardInTurn } from './forms';
@Injectable()
export class Gatherings {
  async turn(_id: string, _sid: string, _turn: number, _heard: HeardInTurn): Promise<string | undefined> {
    return undefined;
  }
  async dropped(_id: string): Promise<boolean> {
    return false;
  }
}

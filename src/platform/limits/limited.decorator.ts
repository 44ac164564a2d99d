import { SetMetadata } from '@nestjs/common';
import type { LimitName } from './limits';

export const LIMITED = 'callivate:limited';

/** Puts a route under a limit of its own, beside the one that holds for all. */
export const Limited = (name: LimitName) => SetMetadata(LIMITED, name);

import { SetMetadata } from '@nestjs/common';
import type { LimitName } from './limits';

export const LIMITED = 'callivate:limited';

/** Puts a route under limits of its own, beside the one that holds for all. */
export const Limited = (...names: LimitName[]) => SetMetadata(LIMITED, names);

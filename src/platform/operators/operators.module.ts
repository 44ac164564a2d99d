import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { OperatorGuard } from './operator.guard';

/** Routes of operators, which no person's session opens. */
@Module({ providers: [{ provide: APP_GUARD, useClass: OperatorGuard }] })
export class OperatorsModule {}

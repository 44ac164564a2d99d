import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { EveryRole, Operator } from '../http';
import { Status } from './status';

@ApiTags('operations')
@Operator()
@EveryRole()
@Controller('status')
export class StatusController {
  constructor(private readonly status: Status) {}

  /** How this process is and what it has been doing, section by section. */
  @Get()
  @ApiOkResponse({
    schema: {
      type: 'object',
      additionalProperties: true,
      example: { service: { version: '0.1.0', role: 'all', uptimeSeconds: 3600 } },
    },
  })
  read(): Promise<Record<string, unknown>> {
    return this.status.report();
  }
}

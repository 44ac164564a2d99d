import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Inspection } from '../config';
import { EveryRole, Operator } from '../http';
import { ConfigReportResponse } from './config-report.dto';

@ApiTags('operations')
@Operator()
@EveryRole()
@Controller('config/validate')
export class ConfigReportController {
  constructor(private readonly inspection: Inspection) {}

  /** What is wrong with the configuration of this process, and which variables were set; never a value. */
  @Get()
  read(): ConfigReportResponse {
    return ConfigReportResponse.of(this.inspection);
  }
}

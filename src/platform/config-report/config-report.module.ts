import { Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { countByLevel, Inspection, sentence } from '../config';
import { Status } from '../status';
import { ConfigReportController } from './config-report.controller';

/** Tells operators what there is to mend in the configuration: in the log once, on `/status` and at `/config/validate`. */
@Module({ controllers: [ConfigReportController] })
export class ConfigReportModule implements OnApplicationBootstrap {
  private readonly logger = new Logger('Configuration');

  constructor(
    private readonly inspection: Inspection,
    status: Status,
  ) {
    status.section('configuration', () => countByLevel(inspection.findings));
  }

  onApplicationBootstrap(): void {
    const recommended = this.inspection.findings.filter(({ level }) => level === 'recommended');
    for (const finding of recommended) this.logger.warn(sentence(finding));
  }
}

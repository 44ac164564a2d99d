import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http';
import { CanaryService } from './canary.service';
import { punctualityPage } from './punctuality-page';

@ApiTags('operations')
@Public()
@Controller('punctuality')
export class PunctualityController {
  constructor(private readonly canary: CanaryService) {}

  /** How punctually the service has rung in the last 30 days, for everybody to see. */
  @Get()
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'public, max-age=60')
  async read(): Promise<string> {
    return punctualityPage(await this.canary.days());
  }
}

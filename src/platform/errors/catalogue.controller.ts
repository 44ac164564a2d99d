import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { EveryRole, Public } from '../http';
import { cataloguePage } from './catalogue';

@ApiTags('operations')
@Public()
@EveryRole()
@Controller('docs/problems')
export class CatalogueController {
  /** Every kind of problem the API answers, for people. */
  @Get()
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  @Header('content-type', 'text/html; charset=utf-8')
  read(): string {
    return cataloguePage();
  }
}

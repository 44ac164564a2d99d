import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../kernel/principal';
import { CurrentUser, PathId, TakesFile } from '../../platform/http';
import { Limited } from '../../platform/limits';
import { ImportQuery, ImportResponse } from './imports.dto';
import { ImportsService } from './imports.service';
import { readCsvFile, readHabiticaFile, readLoopFile } from './reading/readers';

const CSV_EXAMPLE = `habit,date,time,status,quantity,note
Read ten pages,2026-02-28,07:00,completed,,The blue book.
Read ten pages,2026-03-01,07:00,skipped,,
`;

const HABITICA_EXAMPLE = {
  preferences: { dayStart: 3 },
  tasks: {
    dailys: [
      {
        _id: 'a1f4c0de-2b77-4f3e-9c11-8d6e0f5a2b34',
        text: 'Read ten pages',
        frequency: 'daily',
        everyX: 1,
        startDate: '2026-02-19T00:00:00.000Z',
        history: [{ date: 1772265600000, value: 1, isDue: true, completed: true }],
      },
    ],
  },
};

@ApiTags('imports')
@ApiBearerAuth()
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  /** Shows what is in a zip of Loop Habit Tracker, of any version. No habit is made before it is applied; 10 MB at most. */
  @Limited('imports')
  @TakesFile('application/zip', 'application/octet-stream')
  @ApiConsumes('application/zip', 'application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' }, description: 'The zip that "Export as CSV" made.' })
  @Post('loop')
  @HttpCode(200)
  async loop(
    @CurrentUser() { userId }: Principal,
    @Body() body: unknown,
    @Query() { time }: ImportQuery,
  ): Promise<ImportResponse> {
    const file = { source: 'loop', time, body, read: readLoopFile } as const;
    return ImportResponse.of(await this.imports.preview(userId, file));
  }

  /** Shows what is in the user data of Habitica. No habit is made before it is applied; 10 MB at most. */
  @Limited('imports')
  @TakesFile('application/json')
  @ApiConsumes('application/json')
  @ApiBody({
    schema: { type: 'object', additionalProperties: true, example: HABITICA_EXAMPLE },
    description: 'The JSON of "Export your data".',
  })
  @Post('habitica')
  @HttpCode(200)
  async habitica(
    @CurrentUser() { userId }: Principal,
    @Body() body: unknown,
    @Query() { time }: ImportQuery,
  ): Promise<ImportResponse> {
    const file = { source: 'habitica', time, body, read: readHabiticaFile } as const;
    return ImportResponse.of(await this.imports.preview(userId, file));
  }

  /**
   * Shows what is in a table of past days: `habit` and `date`, and if wanted `time`, `status`, `quantity`, `note`, `reason`,
   * `description`, `recurrence`, `target`, `unit` and `direction`. No habit is made before it is applied; 10 MB at most.
   */
  @Limited('imports')
  @TakesFile('text/csv')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', example: CSV_EXAMPLE }, description: 'A row for each day of each habit.' })
  @Post('csv')
  @HttpCode(200)
  async csv(
    @CurrentUser() { userId }: Principal,
    @Body() body: unknown,
    @Query() { time }: ImportQuery,
  ): Promise<ImportResponse> {
    const file = { source: 'csv', time, body, read: readCsvFile } as const;
    return ImportResponse.of(await this.imports.preview(userId, file));
  }

  /** One import, as a preview or as it was applied, for a day. */
  @Get(':id')
  async get(@CurrentUser() { userId }: Principal, @PathId('import') id: string): Promise<ImportResponse> {
    return ImportResponse.of(await this.imports.get(userId, id));
  }

  /** Takes in what was shown: only what is new, and never over a word of the person. Again, it changes nothing. */
  @Limited('imports')
  @Post(':id/apply')
  @HttpCode(200)
  async apply(@CurrentUser() { userId }: Principal, @PathId('import') id: string): Promise<ImportResponse> {
    return ImportResponse.of(await this.imports.apply(userId, id));
  }
}

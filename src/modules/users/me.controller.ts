import { Body, Controller, Delete, Get, HttpCode, Patch, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../kernel/principal';
import { Audit } from '../../platform/audit';
import { CurrentUser, ExpectedVersion, IfMatch, PageQuery, Versioned } from '../../platform/http';
import { AuditPage } from './audit.dto';
import { MeResponse, UpdateMeRequest } from './me.dto';
import { PhoneService } from './phone/phone.service';
import { SettingsResponse, UpdateSettingsRequest } from './settings.dto';
import { SuppressionResponse, SuppressRequest } from './suppression.dto';
import { UsersService } from './users.service';

@ApiTags('me')
@ApiBearerAuth()
@Controller('me')
export class MeController {
  constructor(
    private readonly users: UsersService,
    private readonly phone: PhoneService,
    private readonly audit: Audit,
  ) {}

  /** Who is signed in. */
  @Versioned()
  @Get()
  async profile(@CurrentUser() { userId }: Principal): Promise<MeResponse> {
    return MeResponse.of(await this.users.findById(userId), await this.phone.ofPerson(userId));
  }

  /** Changes the profile. A new time zone plans all habits that follow it anew. */
  @Patch()
  async update(
    @CurrentUser() { userId }: Principal,
    @Body() change: UpdateMeRequest,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<MeResponse> {
    return MeResponse.of(await this.users.update(userId, change, expected), await this.phone.ofPerson(userId));
  }

  /** Deletes the account and everything in it. */
  @Delete()
  @HttpCode(204)
  remove(@CurrentUser() { userId }: Principal, @IfMatch() expected: ExpectedVersion): Promise<void> {
    return this.users.remove(userId, expected);
  }

  /** How and when the person wants to be reached. */
  @Versioned()
  @Get('settings')
  async settings(@CurrentUser() { userId }: Principal): Promise<SettingsResponse> {
    return SettingsResponse.of(await this.users.settings(userId));
  }

  /** Changes the settings; what is left out stays. */
  @Patch('settings')
  async changeSettings(
    @CurrentUser() { userId }: Principal,
    @Body() change: UpdateSettingsRequest,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<SettingsResponse> {
    return SettingsResponse.of(await this.users.changeSettings(userId, change, expected));
  }

  /** Whether calls are stopped. */
  @Get('suppression')
  async suppression(@CurrentUser() { userId }: Principal): Promise<SuppressionResponse> {
    return this.stopped(userId);
  }

  /** Stops all calls, at once. Habits go on and tell by message. */
  @Put('suppression')
  async suppress(@CurrentUser() { userId }: Principal, @Body() word: SuppressRequest): Promise<SuppressionResponse> {
    await this.users.suppress(userId, { via: 'app', reason: word.reason ?? 'Asked in the app.' });
    return this.stopped(userId);
  }

  /** Allows calls again. A number that was stopped by text message stays stopped until START comes from there. */
  @Delete('suppression')
  @HttpCode(204)
  allow(@CurrentUser() { userId }: Principal): Promise<void> {
    return this.users.allowCalls(userId);
  }

  /** What was done to this account, the newest first: sign-ins, sign-outs, and whatever changed when and whether we call. */
  @Get('audit')
  record(@CurrentUser() { userId }: Principal, @Query() query: PageQuery): Promise<AuditPage> {
    return this.audit.list(userId, query);
  }

  private async stopped(userId: string): Promise<SuppressionResponse> {
    return SuppressionResponse.of(await this.users.suppression(userId), await this.phone.numberStopped(userId));
  }
}

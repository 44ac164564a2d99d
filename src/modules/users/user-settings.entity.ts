import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CallingWindow } from './domain/calling-window';

@Entity('user_settings')
export class UserSettings {
  @PrimaryColumn('uuid') userId: string;
  @Column('text') ringOn: 'app' | 'phone';
  @Column('text') appRings: 'any-hour' | 'calling-window';
  @Column('jsonb') callingWindow: CallingWindow;
  @Column('integer') followUpMinutes: number;
  @Column('integer') graceMinutes: number;
  @Column('integer') bundleMinutes: number;
  @Column('text') dayEndsAt: string;
  @Column('text') timeFormat: '24h' | '12h';
  @Column('text') language: string;
  @Column('timestamptz', { nullable: true }) silentUntil: Date | null;
  @Column('boolean') streakFreezes: boolean;
  @Column('text', { nullable: true }) defaultVoiceId: string | null;
  /** What is done where a voicemail answers. */
  @Column('text') voicemail: 'hang-up' | 'leave-word';
  /** Whether the words of calls are kept, or what they meant alone. */
  @Column('boolean') keepTranscripts: boolean;
  @Column('integer') version: number;
}

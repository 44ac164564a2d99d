import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import type { VoiceId } from '../../kernel/voices';
import { UsersService } from '../users';
import { VOICES, voiceOf } from './domain/catalogue';
import { existingVoice } from './existing-voice';
import { FavouriteVoicesRepository } from './favourite-voices.repository';
import { type Choices, type ListVoicesQuery, VoiceResponse, type VoicesResponse } from './voices.dto';

/** Shows the voices to a person, and keeps which of them they like. */
@Injectable()
export class VoicesService {
  constructor(
    private readonly favourites: FavouriteVoicesRepository,
    private readonly users: UsersService,
    private readonly clock: Clock,
  ) {}

  async list(userId: string, query: ListVoicesQuery): Promise<VoicesResponse> {
    const choices = await this.choicesOf(userId);
    const voices = VOICES.map((voice) => VoiceResponse.of(voice, choices));
    return { items: voices.filter((voice) => isAskedFor(voice, query)) };
  }

  async get(userId: string, id: string): Promise<VoiceResponse> {
    return VoiceResponse.of(existingVoice(id), await this.choicesOf(userId));
  }

  /** Answers the voice that it is then. */
  async choose(userId: string, id: VoiceId | null): Promise<VoiceResponse> {
    const { defaultVoiceId } = await this.users.changeSettings(userId, { defaultVoiceId: id });
    return this.get(userId, voiceOf(null, defaultVoiceId).id);
  }

  async like(userId: string, id: string): Promise<void> {
    await this.favourites.add(userId, existingVoice(id).id, this.clock.now());
  }

  async unlike(userId: string, id: string): Promise<void> {
    await this.favourites.remove(userId, existingVoice(id).id);
  }

  private async choicesOf(userId: string): Promise<Choices> {
    const { defaultVoiceId } = await this.users.settings(userId);
    const favourites = await this.favourites.of(userId);
    return {
      defaultId: voiceOf(null, defaultVoiceId).id,
      favouriteIds: new Set(favourites.map(({ voiceId }) => voiceId)),
    };
  }
}

function isAskedFor(voice: VoiceResponse, { language, gender, persona, favourite }: ListVoicesQuery): boolean {
  return (
    (!language || voice.languages.some((spoken) => spoken.language === language)) &&
    (!gender || voice.gender === gender) &&
    (!persona || voice.persona === persona) &&
    (!favourite || voice.isFavourite === (favourite === 'true'))
  );
}

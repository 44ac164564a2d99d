import { RefreshToken, Session } from './modules/auth';
import { Call, CallItem, RememberedFact, Turn } from './modules/calls';
import { CheckIn, DayQuantity, Habit, HabitPause, Occurrence, UserPause } from './modules/habits';
import { Message } from './modules/notifications';
import { Consent, Phone, PhoneVerification, Suppression, User, UserSettings } from './modules/users';
import { FavouriteVoice } from './modules/voices';

/** Every table that is an entity, for the application and for TypeORM's command line. */
export const ENTITIES = [
  User,
  UserSettings,
  Suppression,
  Phone,
  PhoneVerification,
  Consent,
  Session,
  RefreshToken,
  Habit,
  HabitPause,
  UserPause,
  Occurrence,
  CheckIn,
  DayQuantity,
  Message,
  Call,
  CallItem,
  Turn,
  RememberedFact,
  FavouriteVoice,
];

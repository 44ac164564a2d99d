export { isInside } from './domain/calling-window';
export { MeResponse } from './me.dto';
export { People, type Profile, type Whereabouts } from './people';
export { Suppression } from './suppression.entity';
export { User } from './user.entity';
export { UserSettings } from './user-settings.entity';
export { UsersModule } from './users.module';
export { callsSuppressed, localTimeChanged, personLeaves } from './users.news';
export { UsersService } from './users.service';

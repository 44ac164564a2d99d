import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ConfigService, ConfigModule as NestConfigModule } from '@nestjs/config';
import { Config } from './config';
import { type Environment, VARIABLES } from './environment';
import { checkEnvironment } from './findings';
import { Inspection } from './inspection';

/** Reads `.env` and the environment once, checks them against the one schema, and offers the result as `Config`. */
@Global()
@Module({})
export class ConfigModule {
  /** `overrides` win over the environment: how a test or the demo gets a database and a folder of its own. */
  static with(overrides: Record<string, string> = {}): DynamicModule {
    return {
      module: ConfigModule,
      imports: [
        NestConfigModule.forRoot({
          load: [() => checkEnvironment({ ...process.env, ...overrides })],
          skipProcessEnv: true,
        }),
      ],
      providers: [{ provide: Config, inject: [ConfigService], useFactory: typed }, inspected(overrides)],
      exports: [Config, Inspection],
    };
  }

  /** Offers `Inspection` alone and throws nothing: for who wants to know what a start would say. */
  static unchecked(): DynamicModule {
    return {
      module: ConfigModule,
      imports: [NestConfigModule.forRoot({ skipProcessEnv: true })],
      providers: [inspected()],
      exports: [Inspection],
    };
  }
}

function inspected(overrides: Record<string, string> = {}) {
  return { provide: Inspection, useFactory: () => new Inspection({ ...process.env, ...overrides }) };
}

function typed(service: ConfigService<Environment, true>): Config {
  const names = Object.keys(VARIABLES) as (keyof Environment)[];
  return new Config(Object.fromEntries(names.map((name) => [name, service.get(name)])) as Environment);
}

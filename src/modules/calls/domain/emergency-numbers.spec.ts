import { ANYWHERE, emergencyNumbers } from './emergency-numbers';

describe('In danger, one calls', () => {
  it.each([
    ['America/New_York', '911', '988'],
    ['america/indiana/knox', '911', '988'],
    ['US/Pacific', '911', '988'],
    ['Pacific/Honolulu', '911', '988'],
    ['America/St_Johns', '911', '988'],
    ['Europe/London', '999', '116 123'],
    ['Europe/Dublin', '112', '116 123'],
    ['Europe/Berlin', '112', '0800 111 0 111'],
    ['Australia/Lord_Howe', '000', '13 11 14'],
    ['Pacific/Auckland', '111', '1737'],
    ['Asia/Calcutta', '112', '14416'],
    ['America/Argentina/Salta', '911', '135'],
    ['Europe/Lisbon', '112', null],
    ['America/Bogota', '112', null],
    ['UTC', '112', null],
    ['', '112', null],
    ['Nowhere/*', '112', null],
  ])('in %s: %s, and to talk %s', (zone, emergency, crisis) => {
    expect(emergencyNumbers(zone)).toEqual({ emergency, crisis });
  });

  it('anywhere a number that networks pass on', () => {
    expect(ANYWHERE.emergency).toBe('112');
  });

  it('and every zone of those countries that this runtime knows is among them', () => {
    const region = (zone: string) => zone.split('/')[0];
    const known = Intl.supportedValuesOf('timeZone');
    const ofCountry = (country: string) =>
      known.filter((zone) => (new Intl.Locale('und', { region: country }) as Zoned).getTimeZones()?.includes(zone));
    for (const [country, emergency] of [
      ['US', '911'],
      ['CA', '911'],
      ['MX', '911'],
      ['BR', '192'],
      ['AU', '000'],
      ['NZ', '111'],
      ['GB', '999'],
    ] as const) {
      const zones = ofCountry(country).filter((zone) => region(zone) !== 'Antarctica');
      expect(zones.length).toBeGreaterThan(0);
      expect(zones.filter((zone) => emergencyNumbers(zone).emergency !== emergency)).toEqual([]);
    }
  });
});

/** ECMA-402 has it; the library of TypeScript does not know it yet. */
type Zoned = Intl.Locale & { getTimeZones(): string[] | undefined };

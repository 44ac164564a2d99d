import { ExpectedVersion, isSetAlready } from './versions';

describe('An expected version', () => {
  it.each([
    [undefined, 7],
    ['*', 7],
    ['"7"', 7],
    ['"6", "7"', 7],
    ['"6" ,\t"7"', 7],
    ['"a-word"', 'a-word'],
    ['"a,b", "7"', 7],
  ])('%s takes version %s', (header, version) => {
    expect(() => ExpectedVersion.from(header).mustBe(version)).not.toThrow();
  });

  it.each([
    ['"6"', 7],
    ['"77"', 7],
    ['W/"7"', 7],
    ['""', 7],
    ['"a,7"', 7],
  ])('%s does not take version %s', (header, version) => {
    expect(() => ExpectedVersion.from(header).mustBe(version)).toThrow('changed-meanwhile');
  });

  it.each(['', '7', '"7', '7"', '"7""8"', '"7",', 'w/"7"', '*, "7"', '"a b"'])('%s is none', (header) => {
    expect(() => ExpectedVersion.from(header)).toThrow('invalid-request');
  });

  it('is read in no time, however long it is', () => {
    const begun = performance.now();
    expect(() => ExpectedVersion.from(`${'"",'.repeat(5000)}x`)).toThrow('invalid-request');
    expect(performance.now() - begun).toBeLessThan(100);
  });
});

describe('A change', () => {
  const stored = { title: 'Run', times: ['07:00', '20:00'], at: new Date(0), window: { start: '08:00', days: {} } };

  it.each<[string, object]>([
    ['names nothing', {}],
    ['leaves out by undefined', { title: undefined }],
    ['says the same', { title: 'Run', times: ['07:00', '20:00'] }],
    ['says the same in another order', { window: { days: {}, start: '08:00' } }],
    ['says the same moment', { at: new Date(0) }],
    ['says undefined inside', { window: { start: '08:00', days: { SA: undefined } } }],
  ])('that %s is set already', (_, change) => {
    expect(isSetAlready(stored, change)).toBe(true);
  });

  it.each<[string, object]>([
    ['another word', { title: 'Walk' }],
    ['null', { title: null }],
    ['another order of a list', { times: ['20:00', '07:00'] }],
    ['another moment', { at: new Date(1) }],
    ['something inside', { window: { start: '08:00', days: { SA: null } } }],
    ['what was not there', { name: 'Ada' }],
  ])('to %s is none that is set already', (_, change) => {
    expect(isSetAlready(stored, change)).toBe(false);
  });
});

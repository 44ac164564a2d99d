import fc from 'fast-check';
import { describedError, redacted } from './redaction';

describe('A log line', () => {
  it.each([
    ['signed in ada@example.org', 'signed in [e-mail]'],
    ['Key (lower(email))=(ada.l+x@mail.example.co.uk) already exists', 'Key (lower(email))=([e-mail]) already exists'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer [secret]'],
    ['eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl is too old', '[token] is too old'],
    ['GET /relay?ticket=abc123&x=1', 'GET /relay?ticket=[secret]&x=1'],
    ['{"password":"hunter2"}', '{"password":"[secret]"}'],
    ['postgresql://callivate:hunter2@db:5432/x', 'postgresql://callivate:[secret]@db:5432/x'],
    ['dialing +351 912 345 678 now', 'dialing [number] now'],
    ['dialing +493012345678', 'dialing [number]'],
    [`refresh ${'a'.repeat(43)} again`, 'refresh [token] again'],
  ])('%s', (text, instead) => expect(redacted(text)).toBe(instead));

  it.each([
    'PostgreSQL has been started on port 35123, data in .data/postgres.',
    'at Talk.take (/srv/app/src/modules/calls/relay/talk.ts:98:11)',
    'call 019acd1e-7a6b-7cc3-93b5-1f0a3a4e7f10 ended at 2026-03-02T20:00:00.000Z after 12000 ms',
    'GET /api/v1/habits/019acd1e-7a6b-7cc3-93b5-1f0a3a4e7f10 200',
  ])('keeps what operators need: %s', (text) => expect(redacted(text)).toBe(text));

  it('never shows an e-mail address or a number, whatever stands around it', () => {
    const around = fc.stringMatching(/^[ ({"'=,;]?$/);
    fc.assert(
      fc.property(around, around, fc.emailAddress({ size: 'small' }), (before, after, address) => {
        expect(redacted(`x ${before}${address}${after} y`)).not.toContain(address);
      }),
    );
    fc.assert(
      fc.property(around, around, fc.stringMatching(/^\+[1-9]\d{8,13}$/), (before, after, number) => {
        expect(redacted(`x ${before}${number}${after} y`)).not.toContain(number);
      }),
    );
  });

  it('keeps of an error its words and its causes, and nothing that hangs on it', () => {
    const cause = Object.assign(new Error('duplicate key (ada@example.org)'), {
      code: '23505',
      detail: 'ada@example.org',
    });
    const error = Object.assign(new Error('not saved', { cause }), { parameters: ['ada@example.org'] });
    const described = describedError(error);
    expect(described).toMatchObject({
      message: 'not saved',
      cause: { message: 'duplicate key ([e-mail])', code: '23505' },
    });
    expect(JSON.stringify(described)).not.toContain('ada@example.org');
  });
});

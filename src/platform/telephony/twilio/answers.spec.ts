import { AccountRefused, fateOf, NotReached, plainly, refusalIn } from './answers';

const NUMBER = '+14155552671';

describe('An answer of the provider', () => {
  it.each([
    ['a number that is none', { status: 400, code: 21211 }, { kind: 'refused', code: '21211' }],
    ['a country that is closed, by whatever status', { status: 401, code: 21215 }, { kind: 'refused', code: '21215' }],
    ['a region without texts', { status: 403, code: 21408 }, { kind: 'refused', code: '21408' }],
    ['no code', { status: 404 }, { kind: 'refused', code: 'http-404' }],
    ['a wrong token', { status: 401, code: 20003 }, { kind: 'account-refused', code: '20003' }],
    ['an account that is not active', { status: 403, code: 20005 }, { kind: 'account-refused', code: '20005' }],
    ['a token, and nothing else', { status: 403 }, { kind: 'account-refused', code: 'http-403' }],
    ['too many at once', { status: 429, code: 20429 }, { kind: 'too-much' }],
  ])('that speaks of %s is a definite no', (_what, error, refusal) => {
    expect(refusalIn(error)).toEqual(refusal);
  });

  it.each([
    ['trouble of its own', { status: 500, code: 20500 }],
    ['a proxy’s trouble', { status: 503 }],
    ['a time that ran out', { status: 408 }],
    ['somewhere else to go', { status: 307 }],
    ['nothing that can be read', new SyntaxError('Unexpected token')],
    ['a connection that broke', { code: 'ECONNRESET' }],
    ['nothing at all', undefined],
  ])('that tells of %s is none', (_what, error) => {
    expect(refusalIn(error)).toBeNull();
  });
});

describe('What an order comes to', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])('is nothing after %s', (code) => {
    const error = plainly({ code });
    expect(error).toBeInstanceOf(NotReached);
    expect(fateOf(error)).toEqual({ kind: 'not-placed' });
  });

  it.each([{ code: 'ECONNRESET' }, { code: 'ECONNABORTED' }, { code: 'ETIMEDOUT' }, { status: 502 }, new Error('?')])(
    'nobody knows after %j',
    (error) => {
      expect(fateOf(plainly(error))).toEqual({ kind: 'unclear' });
    },
  );

  it('is a definite no where the account is refused', () => {
    expect(fateOf(new AccountRefused('20003'))).toEqual({ kind: 'refused', code: '20003' });
  });
});

describe('An error as it is told', () => {
  it('says neither what was asked nor of whom', () => {
    const error = Object.assign(new Error(`The number ${NUMBER} is not valid`), {
      status: 500,
      moreInfo: NUMBER,
      config: { url: `https://api.twilio.com/Calls.json?To=${NUMBER}`, headers: { Authorization: 'Basic c2VjcmV0' } },
    });
    const told = plainly(error);
    expect(told.message).toBe('status 500');
    expect(JSON.stringify({ ...told, stack: told.stack, cause: told.cause })).not.toContain(NUMBER.slice(1));
  });
});

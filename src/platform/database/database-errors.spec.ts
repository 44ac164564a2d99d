import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { columnsTaken, databaseErrorClass, withoutValues } from './database-errors';

const error = (message: string, fields: object = {}) => Object.assign(new Error(message), fields);
const failed = (code: string, fields: object = {}) =>
  new QueryFailedError('SELECT $1', ['ada@example.com'], error('it failed', { code, ...fields }));

describe('What a failure of the database means', () => {
  it.each([
    ['a refused connection', error('', { code: 'ECONNREFUSED' }), 'unavailable'],
    ['a reset connection', error('read', { code: 'ECONNRESET' }), 'unavailable'],
    ['a lost connection', error('Connection terminated unexpectedly'), 'unavailable'],
    [
      'a connection that was lost before',
      error('Client has encountered a connection error and is not queryable'),
      'unavailable',
    ],
    ['a connection that was lost within a transaction', new QueryRunnerAlreadyReleasedError(), 'unavailable'],
    ['a connection that is not made in time', error('Connection terminated due to connection timeout'), 'unavailable'],
    ['a certificate that has run out', error('certificate has expired', { code: 'CERT_HAS_EXPIRED' }), 'unavailable'],
    ['silence', error('Query read timeout'), 'unavailable'],
    ['a statement on a lost connection', new QueryFailedError('', [], error('Connection terminated')), 'unavailable'],
    ['a shutdown', failed('57P01'), 'unavailable'],
    ['a crash', failed('57P02'), 'unavailable'],
    ['a start under way', error('the database system is starting up', { code: '57P03' }), 'unavailable'],
    ['a connection failure', failed('08006'), 'unavailable'],
    ['a standby', failed('25006'), 'unavailable'],
    ['no free connection', error('timeout exceeded when trying to connect'), 'busy'],
    ['too many connections', error('sorry', { code: '53300' }), 'busy'],
    ['the limit of a statement', failed('57014'), 'busy'],
    ['the limit of a lock', failed('55P03'), 'busy'],
    ['a serialization failure', failed('40001'), 'contended'],
    ['a deadlock', failed('40P01'), 'contended'],
    ['a unique violation', failed('23505'), 'duplicate'],
    ['a foreign key violation', failed('23503'), 'dangling'],
    ['a check violation', failed('23514'), 'unfit'],
    ['a number out of range', failed('22003'), 'unfit'],
    ['a missing column', failed('42703'), 'faulty'],
    ['a missing value', failed('23502'), 'faulty'],
    ['anything else of a statement', new QueryFailedError('', [], error('what?')), 'faulty'],
    ['a mistake in our own code', new TypeError('undefined is not a function'), undefined],
    ['what is not even an error', 'no', undefined],
  ])('%s', (_, thrown, meaning) => {
    expect(databaseErrorClass(thrown)).toBe(meaning);
  });

  it.each([
    ['Key (email)=(ada@example.com) already exists.', ['email']],
    ['Key (lower(email))=(ada@example.com) already exists.', ['email']],
    ['Key (lower(email::text))=(ada@example.com) already exists.', ['email']],
    ['Key (habit_id, local_date)=(1, 2026-03-02) already exists.', ['habit_id', 'local_date']],
    [undefined, []],
  ])('names what is taken: %s', (detail, columns) => {
    expect(columnsTaken(failed('23505', { detail }))).toEqual(columns);
  });

  it('keeps to itself what was asked', () => {
    const thrown = failed('23505', { detail: 'Key (email)=(ada@example.com) already exists.' });
    expect(JSON.stringify(withoutValues(thrown))).not.toContain('ada@example.com');
  });
});

import type { CallivateEvent, EventsOptions } from '../../clients/typescript/src';
import { offline, refused, Scripted, streamed } from './scripted';

const told = (id: string, habitId: string) => `id: ${id}\nevent: habit.updated\ndata: {"habitId":"${habitId}"}\n\n`;

describe('The events of the typed client', () => {
  /** So many events, and no more. */
  const read = async (service: Scripted, count: number, options: EventsOptions = {}) => {
    const leaving = new AbortController();
    const events: CallivateEvent[] = [];
    for await (const event of service.client().events({ signal: leaving.signal, ...options })) {
      events.push(event);
      if (events.length === count) break;
    }
    return events;
  };
  const places = ({ asked }: Scripted) => asked.map(({ headers }) => headers.get('last-event-id'));

  it('go on after the last one that was read when the stream breaks', async () => {
    const service = new Scripted([streamed(told('1.1', 'a'), told('1.2', 'b')), streamed(told('1.3', 'c'))]);
    const events = await read(service, 3);

    expect(events).toEqual([
      { id: '1.1', topic: 'habit.updated', data: { habitId: 'a' } },
      { id: '1.2', topic: 'habit.updated', data: { habitId: 'b' } },
      { id: '1.3', topic: 'habit.updated', data: { habitId: 'c' } },
    ]);
    expect(places(service)).toEqual([null, '1.2']);
    expect(service.waits).toEqual([1000]);
  });

  it('begin after one that was kept', async () => {
    const service = new Scripted([streamed(told('8.1', 'a'))]);
    await read(service, 1, { lastEventId: '7.9' });

    expect(places(service)).toEqual(['7.9']);
  });

  it('keep their place when a ring without an id comes between', async () => {
    const ring = 'event: call.ringing\ndata: {"callId":"c"}\n\n';
    const service = new Scripted([streamed(told('1.1', 'a'), ring), streamed(told('1.2', 'b'))]);
    const events = await read(service, 3);

    expect(events[1]).toMatchObject({ id: null, topic: 'call.ringing' });
    expect(places(service)).toEqual([null, '1.1']);
  });

  it('come back after the time a server names that is about to stop, and do not tell of it', async () => {
    const away = 'retry: 2500\nevent: reconnect\ndata: {}\n\n';
    const service = new Scripted([streamed(told('1.1', 'a'), away), streamed(told('1.2', 'b'))]);
    const events = await read(service, 2);

    expect(events.map(({ topic }) => topic)).toEqual(['habit.updated', 'habit.updated']);
    expect(service.waits).toEqual([2500]);
    expect(places(service)).toEqual([null, '1.1']);
  });

  it('outlive a service that is not there for a while, asking less and less often', async () => {
    const outage = Array.from({ length: 24 }, (_, index) => (index % 2 ? refused(503) : offline()));
    const service = new Scripted([streamed(told('1.1', 'a')), ...outage, streamed(told('1.2', 'b'))]);
    const events = await read(service, 2);

    expect(events.map(({ id }) => id)).toEqual(['1.1', '1.2']);
    const between = service.waits.filter((_, index) => index % 4 === 0);
    expect(between).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it.each([401, 403, 404])('end with a %i, which no waiting would change', async (status) => {
    const service = new Scripted([refused(status), refused(status), streamed(told('1.1', 'a'))]);

    await expect(read(service, 1)).rejects.toMatchObject({ status });
    expect(service.waits).toEqual([]);
  });

  it('are read in whatever pieces they come, and signs of life are not told', async () => {
    const bytes = new TextEncoder().encode(told('1.1', 'Lēa'));
    const service = new Scripted([
      streamed(
        ': alive\n\n',
        bytes.slice(0, 45),
        bytes.slice(45, 54),
        bytes.slice(54),
        ': alive\n\n',
        told('1.2', 'b'),
      ),
    ]);
    const events = await read(service, 2);

    expect(events.map(({ data }) => data)).toEqual([{ habitId: 'Lēa' }, { habitId: 'b' }]);
  });

  it('say each time that they are open', async () => {
    let opened = 0;
    const onOpen = () => {
      opened += 1;
    };
    await read(new Scripted([streamed(told('1.1', 'a')), streamed(), streamed(told('1.2', 'b'))]), 2, { onOpen });

    expect(opened).toBe(3);
  });

  it('end when they are not wanted any more', async () => {
    const leaving = new AbortController();
    const service = new Scripted([streamed(told('1.1', 'a'), told('1.2', 'b'))]);
    const ids: (string | null)[] = [];
    for await (const { id } of service.client().events({ signal: leaving.signal })) {
      ids.push(id);
      if (id === '1.2') leaving.abort();
    }

    expect(ids).toEqual(['1.1', '1.2']);
    expect(service.asked).toHaveLength(1);
  });
});

import type { AnswerResponse, CallResponse } from '../../src/modules/calls/calls.dto';
import { eventually } from '../support/eventually';
import { knock } from '../support/knock';
import type { Person } from '../support/person';
import type { Line } from '../support/phone';
import { RawLine } from '../support/raw-line';
import { World } from '../support/world';

describe('A talk', () => {
  let world: World;
  let today: string;

  beforeAll(async () => {
    world = await World.begin('2026-03-01T12:00:00Z');
  });

  afterAll(() => world.end());

  const once = (person: Person, title = 'Run', more: object = {}) =>
    person.habit(title, { at: '13:00', every: null, ...more });
  const rings = async (person: Person) => {
    await once(person);
    await world.reaches(`${today}T13:00`, 'Europe/Lisbon');
  };
  const nextNoon = async () => {
    today = await world.nextNoon();
  };
  const picksUp = async (person: Person): Promise<Line> => {
    await rings(person);
    return person.phone.pickUp();
  };
  const bare = async (person: Person): Promise<RawLine> => {
    const habit = await person.habit('Run', { at: '23:00', every: null });
    const { id } = (await person.api.post<CallResponse>(`/habits/${habit.id}/calls`)).body;
    return RawLine.open((await (await person.fresh()).post<AnswerResponse>(`/calls/${id}/answer`)).body.relayUrl);
  };
  const story = async (person: Person) => (await person.calls()).map(({ purpose, ending }) => `${purpose} ${ending}`);
  const broken = (person: Person) => eventually(async () => (await person.calls())[0]!.status === 'ended');

  describe('by keypad', () => {
    beforeEach(nextNoon);

    it.each([
      ['1', 'done', '13:00 completed'],
      ['2', 'not-done', '13:00 due'],
      ['3', 'skip', '13:00 skipped'],
    ])('hears %s as %s', async (digit, meaning, becomes) => {
      const ada = await world.person(`Ada${digit}`);
      const line = await picksUp(ada);
      await line.press(digit);

      expect(line.isOver).toBe(true);
      expect((await ada.calls())[0]!.results).toMatchObject([{ meaning }]);
      expect(await ada.dayOf(today)).toEqual([becomes]);
    });

    it('hears 9 as never again, and other keys as nothing clear', async () => {
      const bea = await world.person('Bea');
      const line = await picksUp(bea);
      await line.press('5');
      expect(line.lastWords).toMatch(/press 1 for done, 2 for not yet, 3 to skip/);
      await line.press('9');

      expect(line.heard.join(' ')).toContain('I will not call you again.');
      expect((await (await bea.fresh()).get('/me/suppression')).body).toMatchObject({ suppressed: true, via: 'call' });
      await world.passes({ hours: 3 });
      expect(await story(bea)).toEqual(['due answered']);
    });
  });

  describe('by word of mouth', () => {
    beforeEach(nextNoon);

    it('asks how many when the habit counts, and keeps the number with the words', async () => {
      const cai = await world.person('Cai');
      const target = { value: 5, unit: 'kilometres', direction: 'at-least' as const };
      await once(cai, 'Run', { kind: 'numeric', target });
      await world.reaches(`${today}T13:00`, 'Europe/Lisbon');
      const line = await cai.phone.pickUp();

      await line.say('yes');
      expect(line.lastWords).toBe('How many kilometres?');
      await line.say('six');

      const { checkIn, status } = (await cai.today()).items[0]!.occurrence;
      expect(status).toBe('completed');
      expect(checkIn).toMatchObject({ via: 'call', quantity: 6, quote: expect.stringContaining('six') });
    });

    it('hears what is checked in elsewhere meanwhile: already done, thank you', async () => {
      const dan = await world.person('Dan');
      const line = await picksUp(dan);
      await dan.checkIn((await dan.today()).items[0]!.occurrence.id);
      await line.hears(/Run is already done, thank you/);
      await line.ends();

      await broken(dan);
      expect(await story(dan)).toEqual(['due answered']);
      expect((await dan.today()).items[0]!.occurrence.checkIn).toMatchObject({ via: 'app' });
    });

    it('that breaks is lost, and followed up', async () => {
      const eve = await world.person('Eve');
      const line = await picksUp(eve);
      await line.breakOff();
      await broken(eve);

      expect(await story(eve)).toEqual(['due lost', 'follow-up null']);
      await world.passes({ minutes: 30 });
      await (await eve.phone.pickUp()).say('yes');
      expect(await eve.dayOf(today)).toEqual(['13:00 completed']);
    });

    it('that breaks keeps what was said before', async () => {
      const fay = await world.person('Fay');
      await once(fay, 'Read');
      const line = await picksUp(fay);
      await line.say('yes');
      await line.breakOff();
      await broken(fay);

      expect((await fay.dayOf(today)).sort()).toEqual(['13:00 completed', '13:00 due']);
      const [call, followUp] = await fay.calls();
      expect(call!.results.map(({ meaning }) => meaning)).toEqual(['done']);
      expect(followUp!.occurrenceIds).toEqual([call!.occurrenceIds[1]]);
    });

    it('asks once more into silence, then says goodbye and leaves it open', async () => {
      const gil = await world.person('Gil');
      const line = await picksUp(gil);
      await world.passes({ seconds: 15 });
      await line.hears(/I did not hear anything/);
      expect(line.isOver).toBe(false);
      await world.passes({ seconds: 15 });
      await line.ends();

      expect(line.heard.join(' ')).toMatch(/I leave it open\. You can answer in the app\. [A-Z][a-z ]+\.$/);
      expect(await story(gil)).toEqual(['due answered', 'follow-up null']);
    });

    it('notices silence also when part of it was checked in elsewhere', async () => {
      const ivy = await world.person('Ivy');
      await once(ivy, 'Read');
      const line = await picksUp(ivy);
      const run = (await ivy.today()).items.find(({ habit }) => habit.title === 'Run')!;
      await ivy.checkIn(run.occurrence.id);
      await world.passes({ seconds: 45 });

      await line.hears(/I did not hear anything/);
    });

    it('lasts three minutes at most', async () => {
      const hal = await world.person('Hal');
      const line = await picksUp(hal);
      for (const seconds of [20, 20, 20, 20, 20, 20, 20, 20, 19]) {
        await line.say('say that again');
        await world.passes({ seconds });
      }
      expect(line.isOver).toBe(false);
      await world.passes({ seconds: 1 });
      await line.ends();

      expect(line.heard.join(' ')).toContain('Our time is up.');
      expect((await hal.calls())[0]).toMatchObject({ ending: 'answered', durationSeconds: 180 });
    });
  });

  describe('on a socket of bad manners', () => {
    const setup = JSON.stringify({ type: 'setup' });

    it.each<[string, (string | Buffer)[], number]>([
      ['does not begin with setup', [JSON.stringify({ type: 'prompt', voicePrompt: 'yes' })], 4400],
      ['sends no JSON', [setup, '{'], 1007],
      ['sends no object', [setup, '[]'], 1007],
      ['sends bytes', [setup, Buffer.from([0, 1, 2, 255])], 1007],
      ['sends words that are no text', [setup, JSON.stringify({ type: 'prompt', voicePrompt: { a: 1 } })], 1007],
      ['presses a key that is none', [setup, JSON.stringify({ type: 'dtmf', digit: '17' })], 1007],
      ['sends what no message can be', [setup, 'x'.repeat(20_000)], 1009],
      ['sends more than anybody can say', [setup, ...Array(200).fill(JSON.stringify({ type: 'interrupt' }))], 1008],
    ])('that %s is closed with a reason', async (what, messages, code) => {
      const ida = await world.person(`Ida${what.length}${code}`);
      const line = await bare(ida);

      const closing = await line.sends(...messages);

      expect(closing.code).toBe(code);
      if (code !== 1009) expect(closing.reason).toMatch(/\w/);
      await broken(ida);
      expect(await story(ida)).toEqual(['now lost']);
    });

    it('that says nothing at all is closed after five seconds', async () => {
      const jan = await world.person('Jan');
      const line = await bare(jan);
      await world.passes({ seconds: 5 });

      expect(await line.closing).toEqual({ code: 4408, reason: 'No "setup" came.' });
    });

    it('may say things nobody knows, and control characters: the words between them count', async () => {
      await nextNoon();
      const kim = await world.person('Kim');
      const line = await picksUp(kim);
      line.socket.send(JSON.stringify({ type: 'weather', rain: true }));
      await line.say('yes,\u0000 \ud800 I did\u0007');

      expect(await kim.dayOf(today)).toEqual(['13:00 completed']);
      expect((await kim.calls())[0]!.results).toMatchObject([{ meaning: 'done' }]);
    });

    it('finds no other door than the relay', async () => {
      const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
      const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
      const door = (path: string) => knock(world.http.origin, `GET ${path} HTTP/1.1`, 'Host: x', ...upgrade, key);

      for (const path of ['/', '/relays', '/api/v1/events', '//', '//[', '/%zz']) {
        expect((await door(path)).status).toBe(404);
      }
      expect((await knock(world.http.origin, 'GET /relay HTTP/1.1', 'Host: x', ...upgrade)).status).toBe(400);
      expect((await world.http.get('/me')).status).toBe(401);
    });
  });
});

import { SCRIPT_VERSION } from '../../src/modules/calls/domain/script/version';
import { Timer } from '../../src/modules/calls/relay/timer';
import { eventually } from '../support/eventually';
import type { Person } from '../support/person';
import { Provider, type ProviderSocket } from '../support/provider';
import { beginWithTelephone, giveTelephones, type TelephoneWorld } from '../support/telephone';

/** What waits for its time, by how long: nothing comes of itself. */
interface Wait {
  milliseconds: number;
  comes: () => void;
}

describe('The relay, with a telephone provider at its other end,', () => {
  let line: TelephoneWorld;
  let ada: Person;
  let provider: Provider;
  let waits: Wait[];

  beforeEach(async () => {
    line = await beginWithTelephone('2026-03-02T18:00:00Z');
    ada = await line.world.person('Ada');
    const [number] = await giveTelephones(line.world, [ada.id]);
    waits = holdTimer();
    await ada.habit('Run', { at: '18:00' });
    await line.world.reaches('2026-03-02T18:00', 'Europe/Lisbon');
    provider = await Provider.of(line, number!);
  });

  afterEach(() => line.end());

  const holdTimer = (): Wait[] => {
    const held: Wait[] = [];
    const timer = line.world.app.get(Timer);
    jest.spyOn(timer, 'after').mockImplementation((milliseconds, comes) => {
      const wait = { milliseconds, comes };
      held.push(wait);
      return () => {
        if (held.includes(wait)) held.splice(held.indexOf(wait), 1);
      };
    });
    jest.spyOn(timer, 'onceSpoken').mockImplementation((milliseconds, comes) => {
      held.push({ milliseconds, comes });
    });
    return held;
  };
  /** Lets what waits so long come to be. */
  const passes = async (milliseconds: number): Promise<void> => {
    await eventually(async () => waits.some((wait) => wait.milliseconds === milliseconds));
    waits.find((wait) => wait.milliseconds === milliseconds)!.comes();
  };
  const passesLastWords = async (): Promise<void> => {
    await eventually(async () => waits.length > 0);
    waits[0]!.comes();
  };
  const connected = async (): Promise<ProviderSocket> => {
    await provider.answer();
    const socket = provider.connects();
    await socket.setUp(provider.sid);
    return socket;
  };
  const says = (socket: ProviderSocket, voicePrompt: string, last = true) =>
    socket.send({ type: 'prompt', voicePrompt, lang: 'en-US', last });
  const call = async () => (await ada.calls())[0]!;
  const over = () => eventually(async () => (await call()).status === 'ended');

  describe('opens', () => {
    it.each([
      ['without a signature', ''],
      ['with a wrong one', 'bm90IGEgc2lnbmF0dXJlIGF0IGFsbA=='],
    ])('to nobody %s', async (_, signature) => {
      await provider.answer();
      expect(await provider.connects(signature).handshake).toBe(403);
      expect((await call()).status).toBe('talking');
    });

    it('for the call it belongs to alone, and to nothing but a setup', async () => {
      await provider.answer();
      const another = provider.connects();
      await another.setUp('CA00000000000000000000000000000000');
      expect(await another.closed).toBe(4401);
      const impatient = provider.connects();
      await impatient.handshake;
      says(impatient, 'yes');
      expect(await impatient.closed).toBe(4401);
    });

    it('once', async () => {
      const first = await connected();
      says(first, 'Hello?');
      await first.hears(/\?/);
      const second = provider.connects();
      await second.setUp(provider.sid);
      expect(await second.closed).toBe(4401);
      says(first, 'yes');
      await passesLastWords();
      await first.ends();
    });

    it('to nobody before the call was picked up, and to nobody after it is over', async () => {
      const early = provider.connects();
      await early.setUp(provider.sid);
      expect(await early.closed).toBe(4401);
      await provider.answer();
      await provider.hungUp();
      const late = provider.connects();
      await late.setUp(provider.sid);
      expect(await late.closed).toBe(4401);
    });

    it('to nobody who says nothing for five seconds', async () => {
      await provider.answer();
      const silent = provider.connects();
      await silent.handshake;
      await passes(5000);
      expect(await silent.closed).toBe(4401);
    });
  });

  describe('waits for a hello', () => {
    it('and greets behind it, at once', async () => {
      const socket = await connected();
      await eventually(async () => waits.length === 1);
      expect(socket.sent).toEqual([]);
      says(socket, 'Hello?');
      await socket.hears(/\?/);
      expect(socket.sent[0]!.token).toMatch(/^(?:Hello|Hi) Ada, .*Callivate, .*AI assistant, .*“Run”\. $/);
      expect(waits.filter(({ milliseconds }) => milliseconds === 1500)).toEqual([]);
    });

    it('for a second and a half, then greets who says nothing', async () => {
      const socket = await connected();
      await passes(1500);
      await socket.hears(/\?/);
    });

    it('and as long as somebody speaks', async () => {
      const socket = await connected();
      await eventually(async () => waits.length === 1);
      const [first] = waits;
      says(socket, 'You have reached', false);
      await eventually(async () => waits.length === 1 && waits[0] !== first);
      says(socket, 'You have reached Ada. Please leave a message after the tone.');
      await socket.ends();
      expect(socket.said.trim()).toBe('');
      await over();
      expect(await call()).toMatchObject({ ending: 'voicemail', evidence: { disclosedAt: null, scriptVersion: null } });
    });

    it('longer than a client may take to set up, while a robot asks its person', async () => {
      const socket = await connected();
      says(socket, 'Please state your name and reason for calling.');
      await socket.hears(/as agreed/);
      await line.world.passes({ seconds: 10 });
      says(socket, 'Hello?');
      await socket.hears(/“Run”/);
    });
  });

  it('speaks the disclosure to its end and puts it on record; into the rest one may speak', async () => {
    const socket = await connected();
    says(socket, 'Hello?');
    await socket.hears(/\?/);
    expect(socket.sent.map(({ interruptible, preemptible }) => [interruptible, preemptible])).toEqual([
      [false, false],
      [true, false],
      [true, false],
    ]);
    await eventually(async () => (await call()).evidence?.disclosedAt !== null);
    expect((await call()).evidence).toMatchObject({
      disclosedAt: line.world.clock.now().toISOString(),
      scriptVersion: SCRIPT_VERSION,
    });
  });

  it('ends the line when the last words have been spoken, not before; the call is settled by then', async () => {
    const socket = await connected();
    says(socket, 'Hello?');
    await socket.hears(/\?/);
    says(socket, 'yes, I did');
    await over();
    expect(socket.sent.map(({ type }) => type)).not.toContain('end');
    const words = socket.sent.slice(3).flatMap(({ token }) => token!.trim().split(' '));
    await passes(words.length * 400);
    await socket.ends();
    expect(await socket.closed).toBe(1000);
    expect(await call()).toMatchObject({ ending: 'answered', results: [{ meaning: 'done' }] });
  });

  it('knows by a clear answer that a person was there, and by a hello that somebody was', async () => {
    const provenAt = async () =>
      (await line.world.rows<{ humanAt: Date }>('SELECT human_at FROM phones'))[0]!.humanAt.toISOString();
    const before = await provenAt();
    await line.world.passes({ seconds: 2 });
    const socket = await connected();
    says(socket, 'Hello?');
    await socket.hears(/\?/);
    expect(await provenAt()).toBe(before);
    socket.send({ type: 'dtmf', digit: '1' });
    await over();
    expect(await provenAt()).toBe(line.world.clock.now().toISOString());
  });

  it('takes errors of the provider, and interruptions, for what they are', async () => {
    const socket = await connected();
    socket.send({ type: 'error', description: 'Invalid message received' });
    socket.send({ type: 'info', name: 'agentSpeaking', value: 'on' });
    says(socket, 'Hello?');
    await socket.hears(/\?/);
    socket.send({ type: 'interrupt', utteranceUntilInterrupt: 'Your answers', durationUntilInterruptMs: 460 });
    says(socket, 'yes');
    await socket.hears(/Did you mean it is done\?/);
  });

  it('that breaks keeps what was said, and the rest is followed up', async () => {
    const socket = await connected();
    says(socket, 'Hello?');
    await socket.hears(/\?/);
    socket.tear();
    await over();
    expect((await ada.calls()).map(({ purpose, ending }) => `${purpose} ${ending}`)).toEqual([
      'due lost',
      'follow-up null',
    ]);
  });

  it('says that the time is up before the provider cuts the line', async () => {
    const socket = await connected();
    says(socket, 'Hello?');
    await socket.hears(/\?/);
    for (let seconds = 0; seconds < 160; seconds += 20) {
      says(socket, 'say that again');
      await line.world.passes({ seconds: 20 });
    }
    await line.world.passes({ seconds: 5 });
    await socket.hears(/Our time is up/);
    await over();
    expect((await call()).durationSeconds).toBe(165);
  });
});

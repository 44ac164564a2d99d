import { queryName, queryNames, Repository } from './query-names';

@Repository('stars')
class Stars {
  async of(): Promise<string | undefined> {
    return queryName();
  }
}

@Repository('notes')
class Notes {
  constructor(private readonly stars?: Stars) {}

  async read(): Promise<string | undefined> {
    return queryName();
  }

  async readAgain(): Promise<string | undefined> {
    return this.read();
  }

  async rated(): Promise<(string | undefined)[]> {
    return [await this.stars!.of(), queryName()];
  }

  async broken(): Promise<never> {
    throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  }

  async mistaken(): Promise<never> {
    throw new TypeError('undefined is not a function');
  }
}

describe('The name of a query', () => {
  it('is that of the repository and of its method', async () => {
    expect(await new Notes().read()).toBe('notes.read');
    expect(queryName()).toBeUndefined();
    expect(queryNames()).toEqual(expect.arrayContaining(['notes.read', 'notes.readAgain', 'notes.rated', 'stars.of']));
  });

  it('stays while a method asks another of its own class, and is another in another class', async () => {
    expect(await new Notes().readAgain()).toBe('notes.readAgain');
    expect(await new Notes(new Stars()).rated()).toEqual(['stars.of', 'notes.rated']);
  });

  it('keeps those apart that run side by side', async () => {
    expect(await Promise.all([new Notes().read(), new Stars().of(), new Notes().readAgain()])).toEqual([
      'notes.read',
      'stars.of',
      'notes.readAgain',
    ]);
  });

  it('goes with a translation: a failure of the database is a problem, a mistake of ours is not', async () => {
    await expect(new Notes().broken()).rejects.toMatchObject({ kind: { code: 'database-unavailable' } });
    await expect(new Notes().mistaken()).rejects.toThrow(TypeError);
  });
});

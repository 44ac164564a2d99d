/** A map with room for so many; the entry that was not asked for the longest makes place. */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
  constructor(private readonly most: number) {
    super();
  }

  override get(key: Key): Value | undefined {
    const value = super.get(key);
    if (value !== undefined) this.putLast(key, value);
    return value;
  }

  override set(key: Key, value: Value): this {
    this.putLast(key, value);
    if (this.size > this.most) this.delete(this.keys().next().value as Key);
    return this;
  }

  private putLast(key: Key, value: Value): void {
    this.delete(key);
    super.set(key, value);
  }
}

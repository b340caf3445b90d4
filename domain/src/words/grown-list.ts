/**
 * A list that only grows, for states folded from long logs. Appending costs the same however long the list is,
 * and every earlier version still reads as it was: versions share one array, and only the newest writes to its end.
 */
export class GrownList<Item> implements Iterable<Item> {
  readonly #items: Item[]
  readonly length: number

  private constructor(items: Item[], length: number) {
    this.#items = items
    this.length = length
  }

  static of<Item>(...items: readonly Item[]): GrownList<Item> {
    return new GrownList([...items], items.length)
  }

  /** This list and one more; appending twice to the same version gives two lists that know nothing of each other. */
  append(item: Item): GrownList<Item> {
    const items = this.#items.length === this.length ? this.#items : this.#items.slice(0, this.length)
    items.push(item)
    return new GrownList(items, items.length)
  }

  /** The item at `index` from 0, or from the end when negative. */
  at(index: number): Item | undefined {
    const place = index < 0 ? this.length + index : index
    return place < this.length ? this.#items[place] : undefined
  }

  [Symbol.iterator](): IterableIterator<Item> {
    return this.toArray().values()
  }

  filter(keep: (item: Item) => boolean): readonly Item[] {
    return this.toArray().filter((item) => keep(item))
  }

  map<Result>(change: (item: Item) => Result): readonly Result[] {
    return this.toArray().map((item) => change(item))
  }

  toArray(): readonly Item[] {
    return this.#items.slice(0, this.length)
  }

  toJSON(): readonly Item[] {
    return this.toArray()
  }
}

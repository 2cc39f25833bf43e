/** Parallel columns, one entry per pair; products are positions in the basket index. */
export type CountedPairs = {
  readonly antecedents: Int32Array;
  readonly consequents: Int32Array;
  readonly support: Int32Array; // distinct buyers
};

const FIRST_ROOM = 4096;

/** Pairs as they are found, nobody knows how many; plain lists of so many numbers would keep the collector busy. */
export class FoundPairs {
  #columns = columnsOf(FIRST_ROOM);
  #length = 0;

  add(antecedent: number, consequent: number, support: number): void {
    if (this.#length === this.#columns.support.length) this.#columns = this.#copy(2 * this.#length);
    this.#columns.antecedents[this.#length] = antecedent;
    this.#columns.consequents[this.#length] = consequent;
    this.#columns.support[this.#length] = support;
    this.#length += 1;
  }

  columns(): CountedPairs {
    return this.#copy(this.#length);
  }

  #copy(room: number): CountedPairs {
    const copied = columnsOf(room);
    copied.antecedents.set(this.#columns.antecedents.subarray(0, room));
    copied.consequents.set(this.#columns.consequents.subarray(0, room));
    copied.support.set(this.#columns.support.subarray(0, room));
    return copied;
  }
}

function columnsOf(length: number): CountedPairs {
  return {
    antecedents: new Int32Array(length),
    consequents: new Int32Array(length),
    support: new Int32Array(length),
  };
}

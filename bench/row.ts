/** One measured figure with its goal, in the same unit. */
export type Row = {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly peer: number | null; // the same measured on the peer, in this run
  readonly ratio: number | null; // value / peer
  readonly goal: string;
  readonly pass: boolean;
};

/** A figure without a peer that has to stay at or below a limit. */
export function atMost(id: string, value: number, unit: string, limit: number): Row {
  const rounded = Math.round(value * 1000) / 1000;
  return {
    id,
    value: rounded,
    unit,
    peer: null,
    ratio: null,
    goal: `<= ${limit} ${unit}`,
    pass: value <= limit,
  };
}

/** A figure without a peer that has to reach a limit. */
export function atLeast(id: string, value: number, unit: string, limit: number): Row {
  return { ...atMost(id, value, unit, limit), goal: `>= ${limit} ${unit}`, pass: value >= limit };
}

/** A figure without a peer that has to lie between two limits. */
export function inside(id: string, value: number, unit: string, [low, high]: readonly [number, number]): Row {
  return {
    ...atMost(id, value, unit, high),
    goal: `${low} to ${high} ${unit}`,
    pass: value >= low && value <= high,
  };
}

/** A figure that has to stay at or below a part of what the peer took. `part`: a fraction. */
export function atMostOf(id: string, value: number, peer: number, unit: string, part: number): Row {
  return {
    id,
    value: Math.round(value),
    unit,
    peer: Math.round(peer),
    ratio: Math.round((value / peer) * 1000) / 1000,
    goal: `<= 1/${Math.round(1 / part)} of the peer`,
    pass: value <= peer * part,
  };
}

export function printTable(rows: ReadonlyArray<Row>): string {
  const cells = rows.map(({ id, value, unit, peer, ratio, goal, pass }) => [
    id,
    `${value} ${unit}`,
    peer === null ? '-' : `${peer} ${unit}`,
    ratio === null ? '-' : String(ratio),
    goal,
    pass ? 'pass' : 'MISS',
  ]);
  const all = [['what', 'value', 'peer', 'ratio', 'goal', ''], ...cells];
  const widths = all[0]?.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0))) ?? [];
  return all
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

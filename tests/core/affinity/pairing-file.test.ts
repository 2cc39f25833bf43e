import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareInSlices } from '#core/affinity/compare-file';
import { inSlices } from '#flows/in-slices';
import type { FileEntry } from '#core/affinity/check-pairing-file';
import { PAIRING_USES, type NumberedOverride } from '#core/affinity/override';
import { listPairings } from '#core/affinity/pairing-list';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { keepApostrophe, restoreText } from '#core/shared/formula-cell';
import { viewPairing } from '#flows/list-pairings';
import { pairingLines } from '../../../app/routes/app.pairings.export/pairing-lines';
import { writeCsv } from '../../../app/csv-answer.server';
import { checkFile } from '../../support/check-file';
import { indexLikeness } from '../../support/index-likeness';
import { catalogueProduct, idOf } from '../recommend/build-offer';

const titled = (number: number, title: string) => ({ ...catalogueProduct(number), title });
const catalogue = [titled(1, 'Espresso machine'), titled(2, 'Milk, jug'), titled(3, '=1+1 grinder')];
const pinned = (over: Partial<FileEntry> = {}) => ({
  ...{ line: 2, table: 'same_order', antecedentId: idOf(1), consequentId: idOf(2), use: 'pinned' },
  ...over,
});
const check = (content: string | Uint8Array) => checkFile(content, catalogue);

describe('one and the same decision', () => {
  it.each([
    ['by number', 'table,bought_id,recommended_id,own_use\nsame_order,1,2,pinned'],
    ['by GID', `table,bought_id,recommended_id,own_use\nsame_order,${idOf(1)},${idOf(2)},pinned`],
    ['by title', 'table,bought,recommended,use\nsame_order,espresso  MACHINE,"Milk, jug",pinned'],
    [
      'by id where the title is an old one',
      'table,bought_id,bought,recommended_id,use\nsame_order,1,Old,2,pinned',
    ],
    [
      'with a byte order mark and Windows line ends',
      '\uFEFFtable,bought_id,recommended_id,use\r\nsame_order,1,2,pinned\r\n',
    ],
    ['with old line ends', 'table,bought_id,recommended_id,use\rsame_order,1,2,pinned\r'],
    ['with semicolons, as in Europe', 'table;bought_id;bought;recommended_id;use\nsame_order;1;a,b;2;pinned'],
    ['with tabs', 'table\tbought_id\trecommended_id\tuse\nsame_order\t1\t2\tpinned'],
    [
      'with everything in quotes',
      '"table","bought_id","recommended_id","use"\n"same_order","1","2","pinned"',
    ],
    ['as the screen says it', 'Table,Bought ID,Recommended ID,Own use\nSame order, 1 , 2 ,Pinned'],
    [
      'in columns of another sequence, with empty ones',
      'use,,recommended_id,bought_id,table,\npinned,,2,1,same_order,\n,,,,,\n',
    ],
    [
      'without the empty cells at the end of a line',
      'table,bought_id,recommended_id,use,standing,stock\nsame_order,1,2,pinned',
    ],
  ])('%s', async (_how, content) => {
    const { entries, faults } = await check(content); // prettier-ignore
    expect({ entries, faults }).toEqual({ entries: [pinned()], faults: [] });
  });
});

describe('what a line says', () => {
  const HEADING = 'table,bought_id,recommended_id,own_use,starts_at,ends_at,note\n';
  const entryOf = async (line: string) => (await check(HEADING + line)).entries[0];

  it('keeps a note to the letter, breaks and spaces and all', async () => {
    expect((await entryOf('same_order,1,2,pinned,,,"  for ""Ada"",\r\nand Bob\n"'))?.note).toBe(
      '  for "Ada",\r\nand Bob\n',
    );
  });

  it('a note of 500 letters is kept', async () => {
    expect((await entryOf(`same_order,1,2,pinned,,,${'n'.repeat(500)}`))?.note).toHaveLength(500);
  });

  it('takes off the apostrophe that export put before a formula, and no other one', async () => {
    expect((await entryOf("same_order,1,2,pinned,,,'=1+1"))?.note).toBe('=1+1');
    expect((await entryOf("same_order,1,2,pinned,,,''=1+1"))?.note).toBe("'=1+1");
    expect((await entryOf("same_order,1,2,pinned,,,'tis the season"))?.note).toBe("'tis the season");
  });

  it.each([
    ['2026-07-01,2026-07-31', '2026-06-30T23:00:00.000Z', '2026-07-31T23:00:00.000Z'], // summer time in London
    ['2026-12-01 09:30,2026-12-24T18:00', '2026-12-01T09:30:00.000Z', '2026-12-24T18:00:00.000Z'],
    ['2026-12-01T09:30:00Z,2026-12-24T18:00:00.123Z', '2026-12-01T09:30:00.000Z', '2026-12-24T18:00:00.123Z'],
    ['2026-12-24,2026-12-24', '2026-12-24T00:00:00.000Z', '2026-12-25T00:00:00.000Z'],
  ])('%s is on the clock of the shop, and a day lasts to its end', async (dates, start, end) => {
    const entry = await entryOf(`same_order,1,2,pinned,${dates},`);
    expect([entry?.startsAt, entry?.endsAt]).toEqual([Date.parse(start), Date.parse(end)]);
  });

  it('touch 3 only is for the same order', async () => {
    expect((await entryOf('same_order,1,2,Touch 3 only,,,'))?.use).toBe('touch_3_only');
  });

  it('a line without a decision changes nothing, whatever else it says', async () => {
    const file = 'table,bought_id,recommended_id,use,rate\nsame_order,99,98,automatic,0.1\nx,1,2,not_used,\n';
    expect(await check(file)).toMatchObject({ entries: [], wordless: 2, faults: [] });
  });

  it('the same decision twice is one, and is told', async () => {
    const file = `${HEADING}same_order,1,2,pinned,,,\nsame_order,${idOf(1)},2,Pinned,,,\nnext_order,1,2,pinned,,,`;
    expect(await check(file)).toMatchObject({
      entries: [pinned(), pinned({ line: 4, table: 'next_order' })],
      repeated: 1,
      faults: [],
    });
  });

  it('every fault of a line is told, and good lines beside it are not used', async () => {
    const { entries, faults, faultCount } = await check(
      `${HEADING}same_order,1,2,pinned,,,\nother,99,99,pined,x,y,\n`,
    );
    expect(entries).toEqual([]);
    expect(faults.map(({ line, column }) => [line, column])).toEqual(
      ['own_use', 'table', 'bought_id', 'recommended_id', 'starts_at', 'ends_at'].map((name) => [3, name]),
    );
    expect(faultCount).toBe(6);
  });

  it('a contradiction names the earlier line', async () => {
    const { faults } = await check(`${HEADING}same_order,1,2,pinned,,,\n\nsame_order,1,2,blocked,,,`);
    expect(faults).toMatchObject([{ line: 4, other: 2, problem: 'contradiction' }]);
  });
});

describe('a file beside the decisions of the shop', () => {
  const before: NumberedOverride = {
    ...{ table: 'same_order', antecedentId: idOf(1), consequentId: idOf(2), antecedent: 1, consequent: 2 },
    ...{ use: 'pinned', note: 'season', startsAt: 5, endsAt: 9, savedBy: 'ada', savedAt: 1 },
  };
  const compare = async (file: string, overrides = [before]) => {
    const { entries } = await check(file);
    return inSlices(compareInSlices(entries, overrides));
  };

  it('leaves alone what it has no column for', async () => {
    const compared = await compare('table,bought_id,recommended_id,use\nsame_order,1,2,blocked');
    expect(compared).toMatchObject({ fresh: 0, changed: 1, unchanged: 0 });
    expect(compared.changes).toMatchObject([{ use: 'blocked', note: 'season', startsAt: 5, endsAt: 9 }]);
  });

  it('empties what it has an empty cell for', async () => {
    const compared = await compare(
      'table,bought_id,recommended_id,use,starts_at,ends_at,note\nsame_order,1,2,pinned,,,',
    );
    expect(compared.changes).toMatchObject([{ use: 'pinned', note: '', startsAt: null, endsAt: null }]);
  });

  it('has another fingerprint when it would replace something else, and the same for the same', async () => {
    const file = 'table,bought_id,recommended_id,use\nsame_order,1,2,blocked';
    const [one, again] = [await compare(file), await compare(file)];
    expect(again.fingerprint).toBe(one.fingerprint);
    const others = [[], [{ ...before, note: 'other' }], [{ ...before, use: 'curated' as const }]];
    for (const overrides of others)
      expect((await compare(file, overrides)).fingerprint).not.toBe(one.fingerprint);
  });
});

/** Any text that a database keeps, often one that a spreadsheet would run. */
const text = fc
  .tuple(fc.constantFrom('', "'", "''", '=', "'=", '+', '-', '@', '\t', '\r', '\uFF1D', '"', ' ', '\n'), fc.string({ unit: 'grapheme', maxLength: 20 }))
  .map(([start, rest]) => `${start}${rest}`.replaceAll('\0', '').toWellFormed()); // prettier-ignore

it('every text comes back from a cell as it was', () => {
  fc.assert(
    fc.property(text, (written) => {
      const safe = keepApostrophe(written);
      const cell = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(safe) ? `'${safe}` : safe; // as the writer does it
      expect(restoreText(cell)).toBe(written);
    }),
    { numRuns: 2_000 },
  );
});

const at = fc.option(fc.integer({ min: 0, max: 253_402_300_799_999 }), { nil: null });
const decision = fc
  .record({
    table: fc.constantFrom('same_order' as const, 'next_order' as const),
    pair: fc.constantFrom<[number, number]>([1, 2], [2, 1], [1, 3], [3, 2]),
    use: fc.constantFrom(...PAIRING_USES),
    note: text,
    dates: fc.tuple(at, at),
  })
  .filter(({ table, use, dates: [from, to] }) =>
    Boolean((table === 'same_order' || use !== 'touch_3_only') && !(from && to && from >= to)),
  )
  .map(({ table, pair: [antecedent, consequent], use, note, dates: [startsAt, endsAt] }): NumberedOverride => ({
    ...{ table, antecedent, consequent, antecedentId: idOf(antecedent), consequentId: idOf(consequent) },
    ...{ use, note, startsAt, endsAt, savedBy: 'ada', savedAt: 1 },
  })); // prettier-ignore

it('what was exported changes nothing when it is imported, whatever was decided, noted and dated', async () => {
  const decisions = fc.uniqueArray(decision, {
    maxLength: 8,
    selector: ({ table, antecedent, consequent }) => `${table} ${antecedent} ${consequent}`,
  });
  const counts = {
    buyers: 50,
    support: [9],
    consequentBuyers: [300],
    grades: ['automatic' as const],
    scores: [1000],
  };
  const rows = [{ antecedent: 1, consequents: [3], ...counts }];
  const tables = [
    { table: 'same_order' as const, windowFrom: 0, windowTo: 1, orders: 9, allBuyers: 900, rows },
  ];
  await fc.assert(
    fc.asyncProperty(decisions, fc.array(text, { minLength: 3, maxLength: 3 }), async (overrides, titles) => {
      const products = titles.map((title, place) => titled(place + 1, title));
      const likeness = indexLikeness(products);
      const made = { tables, overrides, catalogue: products, likeness, settings: DEFAULT_SETTINGS, now: 100 };
      const views = listPairings(made).map((pairing) => viewPairing(pairing, DEFAULT_SETTINGS));
      const { entries, faults } = await checkFile([...writeCsv(pairingLines(views))].join(''), products);
      expect(faults).toEqual([]);
      expect(entries).toHaveLength(overrides.length);
      const compared = await inSlices(compareInSlices(entries, overrides));
      expect(compared).toMatchObject({ changes: [], unchanged: overrides.length });
    }),
    { numRuns: 500 },
  );
}, 60_000);

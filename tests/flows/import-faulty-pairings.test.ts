import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FileProblem } from '#core/affinity/pairing-file';
import { importPairings, previewPairingImport } from '#flows/import-pairings';
import { MONDAY } from '../support/build-order';
import { openStore } from '../support/open-store';
import { shopWithProducts, uploaded } from '../support/pairing-file';

const { store } = await openStore();
const shopId = await shopWithProducts(store);
const HEADING = 'table,bought_id,recommended_id,own_use,starts_at,ends_at,note';
const GOOD = 'same_order,1,2,pinned,,,';
const file = (...lines: string[]) => [HEADING, ...lines].join('\n');
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

type Faulty = readonly [
  what: string,
  content: string | Uint8Array,
  fault: readonly [line: number, column: string | null, value: string, problem: FileProblem],
];

// prettier-ignore
const FAULTY: ReadonlyArray<Faulty> = [
  // the file
  ['nothing', '', [1, null, '', 'empty_file']],
  ['a byte order mark alone', '\uFEFF', [1, null, '', 'empty_file']],
  ['empty lines alone', '\r\n\r\n\n', [1, null, '', 'empty_file']],
  ['separators alone', ';;;\n;;;', [1, null, '', 'empty_file']],
  ['UTF-16 with its mark', utf16(file(GOOD)), [1, null, '', 'utf_16']],
  ['UTF-16, the other end first', Buffer.from(utf16(file(GOOD))).swap16(), [1, null, '', 'utf_16']],
  ['UTF-16 without a mark', Buffer.from(file(GOOD), 'utf16le'), [1, null, 't', 'not_text']],
  ['Latin-1 in a note', Buffer.from(file(GOOD, 'same_order,1,3,pinned,,,Café'), 'latin1'), [3, null, 'same_order,1,3,pinned,,,Caf\uFFFD', 'not_utf_8']],
  ['Latin-1 at the start of a line', Buffer.from(file(GOOD, 'élite,1,3,pinned,,,'), 'latin1'), [3, null, '\uFFFDlite,1,3,pinned,,,', 'not_utf_8']],
  ['Latin-1 at the very end', Buffer.from(`${HEADING}\nsame_order,1,3,pinned,,,é`, 'latin1'), [2, null, 'same_order,1,3,pinned,,,\uFFFD', 'not_utf_8']],
  ['an e-mail program\'s curly quotes', Buffer.from([...Buffer.from(`${HEADING}\n`), 0x93, 0x94]), [2, null, '\uFFFD\uFFFD', 'not_utf_8']],
  ['a NUL byte', file(GOOD, 'same_order,1,3,pin\0ned,,,'), [3, null, 'same_order,1,3,pin', 'not_text']],
  ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), [1, null, '', 'workbook']],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), [1, null, '', 'workbook']],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), [1, null, '\uFFFDPNG', 'not_utf_8']],
  ['a machine program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), [1, null, '\u007fELF\u0002\u0001\u0001', 'not_text']],
  ['a page of the web', '<!doctype html>\n<html></html>', [1, null, '<!doctype html>', 'no_heading']],
  ['JSON', '[{"table": "same_order"}]', [1, null, '[{"table": "same_order"}]', 'bad_quote']],
  // its quotes and its size
  ['a quote that is never closed', file(GOOD, 'same_order,1,3,pinned,,,"for', 'same_order,2,3,pinned,,,'), [3, 'note', 'same_order,1,3,pinned,,,"for', 'open_quote']],
  ['a quote that closes too early', file('same_order,1,3,pinned,,,"a "b" c"'), [2, 'note', 'same_order,1,3,pinned,,,"a "b" c"', 'bad_quote']],
  ['a quote within a bare cell', file(GOOD, 'same_order,1,3,pinned,,,12" pan'), [3, 'note', 'same_order,1,3,pinned,,,12" pan', 'bad_quote']],
  ['a cell of a megabyte', file(GOOD, `same_order,1,3,pinned,,,${'x'.repeat(1_000_000)}`, GOOD), [3, 'note', `same_order,1,3,pinned,,,${'x'.repeat(36)}…`, 'line_too_long']],
  ['a quoted cell of a megabyte', file(`same_order,1,3,pinned,,,"${'x\n'.repeat(500_000)}"`), [2, 'note', 'same_order,1,3,pinned,,,"x', 'line_too_long']],
  ['a megabyte of heading', `${'table,'.repeat(200_000)}\n${GOOD}`, [1, null, `${'table,'.repeat(10)}…`, 'line_too_long']],
  ['a megabyte of separators', file(','.repeat(1_000_000)), [2, null, `${','.repeat(60)}…`, 'line_too_long']],
  ['one decision too many', file('same_order,2,1,,,,', `${GOOD}\n`.repeat(200_001)), [200_003, null, 'same_order', 'too_many_decisions']],
  // its heading
  ['no heading', [GOOD, 'same_order,1,3,pinned,,,'].join('\n'), [1, null, 'same_order 1 2 pinned', 'no_heading']],
  ['a missing column', 'bought_id,recommended_id,own_use\n1,2,pinned', [1, 'table', 'bought_id recommended_id own_use', 'column_missing']],
  ['no column for a product', 'table,recommended_id,own_use\nsame_order,2,pinned', [1, 'bought_id', 'table recommended_id own_use', 'column_missing']],
  ['no column for the use', 'table,bought,recommended\nsame_order,1,2', [1, 'own_use', 'table bought recommended', 'column_missing']],
  ['a start without an end', 'table,bought,recommended,use,starts_at\n', [1, 'ends_at', 'table bought recommended use starts_at', 'column_missing']],
  ['an end without a start', 'table,bought,recommended,use,ends_at\n', [1, 'starts_at', 'table bought recommended use ends_at', 'column_missing']],
  ['a misspelt column', 'table,bought_id,recommended_id,own_use,end_at\n', [1, null, 'end_at', 'column_unknown']],
  ['a column twice', 'table,bought_id,recommended_id,own_use,Own Use\n', [1, 'own_use', 'Own Use', 'column_twice']],
  ['a heading in another language', '\n\ntabelle;gekauft;empfohlen\n', [3, null, 'tabelle gekauft empfohlen', 'no_heading']],
  ['the heading of another separator', 'table|bought|recommended|use\n', [1, null, 'table|bought|recommended|use', 'no_heading']],
  // a line
  ['too many cells', file('same_order,1,2,pinned,,,a note, with a comma'), [2, null, ' with a comma', 'too_many_cells']],
  ['a cell under no heading', 'table,bought,recommended,use,\nsame_order,Espresso machine,Milk jug,pinned,stray', [2, null, 'stray', 'too_many_cells']],
  ['an unknown table', file('any_order,1,2,pinned,,,'), [2, 'table', 'any_order', 'bad_table']],
  ['no table', file(',1,2,pinned,,,'), [2, 'table', '', 'bad_table']],
  ['a product that nobody knows', file(GOOD, 'same_order,1,99,pinned,,,'), [3, 'recommended_id', '99', 'unknown_product']],
  ['a product that is sold no more', file('same_order,7,1,pinned,,,'), [2, 'bought_id', '7', 'unknown_product']],
  ['a title that nobody knows', 'table,bought,recommended,use\nsame_order,Espresso machine,Teapot,pinned', [2, 'recommended', 'Teapot', 'unknown_title']],
  ['a title that two products have', 'table,bought,recommended,use\nsame_order,filter PAPERS,Milk jug,pinned', [2, 'bought', 'filter PAPERS', 'ambiguous_title']],
  ['no product', file('same_order,1,,pinned,,,'), [2, 'recommended_id', '', 'no_product']],
  ['an SKU for an id', file('same_order,ESP-01,2,pinned,,,'), [2, 'bought_id', 'ESP-01', 'bad_product_id']],
  ['a variant for a product', file('same_order,gid://shopify/ProductVariant/1,2,pinned,,,'), [2, 'bought_id', 'gid://shopify/ProductVariant/1', 'bad_product_id']],
  ['a number that a spreadsheet shortened', file('same_order,8.12346E+12,2,pinned,,,'), [2, 'bought_id', '8.12346E+12', 'shortened_number']],
  ['the same with a comma', file('same_order,"8,12346E+12",2,pinned,,,'), [2, 'bought_id', '8,12346E+12', 'shortened_number']],
  ['a negative id', file('same_order,-1,2,pinned,,,'), [2, 'bought_id', '-1', 'bad_product_id']],
  ['an id of very many digits', file(`same_order,${'9'.repeat(50)},2,pinned,,,`), [2, 'bought_id', '9'.repeat(50), 'bad_product_id']],
  ['a formula for an id', file('same_order,"=HYPERLINK(""http://x.example"")",2,pinned,,,'), [2, 'bought_id', '=HYPERLINK("http://x.example")', 'bad_product_id']],
  ['a command for a use', file("same_order,1,2,=cmd|' /C calc'!A0,,,"), [2, 'own_use', "=cmd|' /C calc'!A0", 'bad_use']],
  ['a product with itself', file('same_order,1,gid://shopify/Product/1,pinned,,,'), [2, 'recommended_id', 'gid://shopify/Product/1', 'same_product']],
  ['a product with itself by title', 'table,bought,recommended,use\nsame_order,Milk jug,milk jug ,pinned', [2, 'recommended', 'milk jug ', 'same_product']],
  ['an unknown use', file('same_order,1,2,pined,,,'), [2, 'own_use', 'pined', 'bad_use']],
  ['"not used" for blocked', file('same_order,1,2,not_used,,,'), [2, 'own_use', 'not_used', 'bad_use']],
  ['touch 3 only of the next order', file('next_order,1,2,touch_3_only,,,'), [2, 'own_use', 'touch_3_only', 'only_same_order']],
  ['a decision in the column that tells', 'table,bought_id,recommended_id,own_use,use\nsame_order,1,2,,blocked', [2, 'use', 'blocked', 'use_not_own']],
  ['a note without a decision', file('same_order,1,2,,,,for the season'), [2, 'note', 'for the season', 'no_use']],
  ['a date without a decision', file('same_order,1,2,automatic,2026-12-01,,'), [2, 'starts_at', '2026-12-01', 'no_use']],
  ['a date of a spreadsheet', file('same_order,1,2,pinned,12/24/2026,,'), [2, 'starts_at', '12/24/2026', 'bad_date']],
  ['a day that is in no calendar', file('same_order,1,2,pinned,,2026-02-30,'), [2, 'ends_at', '2026-02-30', 'bad_date']],
  ['the same with a time', file('same_order,1,2,pinned,,2026-02-30T10:00:00Z,'), [2, 'ends_at', '2026-02-30T10:00:00Z', 'bad_date']],
  ['an hour that is on no clock', file('same_order,1,2,pinned,2026-12-01 25:00,,'), [2, 'starts_at', '2026-12-01 25:00', 'bad_date']],
  ['a word for a date', file('same_order,1,2,pinned,tomorrow,,'), [2, 'starts_at', 'tomorrow', 'bad_date']],
  ['the year nought', file('same_order,1,2,pinned,0000-01-01,,'), [2, 'starts_at', '0000-01-01', 'bad_date']],
  ['a day after the last year', file('same_order,1,2,pinned,,9999-12-31,'), [2, 'ends_at', '9999-12-31', 'bad_date']],
  ['an end before its start', file('same_order,1,2,pinned,2026-12-24,2026-12-23,'), [2, 'ends_at', '2026-12-23', 'dates']],
  ['an end at its start', file('same_order,1,2,pinned,2026-12-24 10:00,2026-12-24 10:00,'), [2, 'ends_at', '2026-12-24 10:00', 'dates']],
  ['a note that is too long', file(`same_order,1,2,pinned,,,${'n'.repeat(501)}`), [2, 'note', `${'n'.repeat(60)}…`, 'note_too_long']],
  ['two lines that contradict each other', file(GOOD, 'same_order,gid://shopify/Product/1,2,blocked,,,'), [3, 'own_use', 'blocked', 'contradiction']],
  ['two lines with two notes', file(GOOD, 'same_order,1,2,pinned,,,other'), [3, 'own_use', 'pinned', 'contradiction']],
  ['a fault behind a note of three lines', file('same_order,1,2,pinned,,,"a\r\nb\nc"', 'same_order,1,2,pined,,,'), [5, 'own_use', 'pined', 'bad_use']],
  ['a fault behind empty lines, with old line ends', `\r\r${HEADING}\r\rsame_order,1,2,pined,,,`, [5, 'own_use', 'pined', 'bad_use']],
];

it('there are sixty and more', () => {
  expect(new Set(FAULTY.map(([what]) => what)).size).toBe(FAULTY.length);
  expect(FAULTY.length).toBeGreaterThanOrEqual(60);
});

it.each(FAULTY)(
  '%s is told with line, column and value, and nothing is written',
  async (_what, content, fault) => {
    const [line, column, value, problem] = fault;
    const preview = await previewPairingImport({ store }, { shopId, file: uploaded(content) });
    expect(preview).toMatchObject({ kind: 'faulty', faults: [{ line, column, value, problem }] });
    const done = await importPairings(
      { store },
      { shopId, file: uploaded(content), seen: '', savedBy: 'merchant', now: MONDAY },
    );
    expect(done).toEqual(preview);
    expect(await store.allOverrides(shopId)).toEqual([]);
  },
);

it('the good line of these files is imported where it stands alone', async () => {
  const other = await shopWithProducts(store);
  const content = file(GOOD);
  const preview = await previewPairingImport({ store }, { shopId: other, file: uploaded(content) });
  expect(preview).toMatchObject({ kind: 'readable', fresh: 1 });
  const seen = preview?.kind === 'readable' ? preview.fingerprint : '';
  const asked = { shopId: other, file: uploaded(content), seen, savedBy: 'merchant', now: MONDAY };
  expect(await importPairings({ store }, asked)).toMatchObject({ kind: 'imported', fresh: 1 });
  expect(await store.allOverrides(other)).toMatchObject([{ use: 'pinned', savedBy: 'merchant' }]);
});

it('of very many faults the first hundred are shown, and all are counted', async () => {
  const lines = Array.from({ length: 5_000 }, (_, at) => `same_order,1,2,use ${at},,,`);
  const preview = await previewPairingImport({ store }, { shopId, file: uploaded(file(...lines)) });
  if (preview?.kind !== 'faulty') throw new Error('was read');
  expect([preview.faultCount, preview.faults.length]).toEqual([5_000, 100]);
  expect(preview.faults.at(-1)).toMatchObject({ line: 101, value: 'use 99' });
});

it('whatever is uploaded is read or told of, and nothing is written that was not previewed', async () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 100 }),
    fc.string({ unit: 'binary' }).map((text) => Buffer.from(`${HEADING}\n${GOOD}\n${text}`)),
  );
  await fc.assert(
    fc.asyncProperty(content, async (bytes) => {
      const preview = await previewPairingImport({ store }, { shopId, file: uploaded(bytes) });
      const asked = { shopId, file: uploaded(bytes), seen: 'another', savedBy: 'merchant', now: MONDAY };
      const done = await importPairings({ store }, asked);
      expect([preview?.kind, done?.kind]).toSatisfy(([before, after]: string[]) =>
        before === 'readable' ? after === 'moved' : before === 'faulty' && after === 'faulty',
      );
    }),
    { numRuns: 200 },
  );
  expect(await store.allOverrides(shopId)).toEqual([]);
}, 120_000);

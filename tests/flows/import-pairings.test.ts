import { describe, expect, it } from 'vitest';
import { changePairings, type PairingChange } from '#flows/change-pairings';
import { importPairings, previewPairingImport } from '#flows/import-pairings';
import { exportShopPairings } from '#flows/list-pairings';
import { writeCsv } from '../../app/csv-answer.server';
import { pairingLines } from '../../app/routes/app.pairings.export/pairing-lines';
import { MONDAY } from '../support/build-order';
import { buildProduct } from '../support/build-product';
import { openStore } from '../support/open-store';
import { productId, shopWithProducts, uploaded } from '../support/pairing-file';

const { store, prisma } = await openStore();
const tools = { store };
const HEADING = 'table,bought_id,recommended_id,own_use,starts_at,ends_at,note\n';

const change = (shopId: string, changes: ReadonlyArray<PairingChange>) =>
  changePairings(tools, { shopId, changes, savedBy: 'ada', now: MONDAY });
const pairing = (bought: string | number, recommended: string | number) =>
  ({ table: 'same_order', antecedentId: productId(bought), consequentId: productId(recommended) }) as const;

async function preview(shopId: string, content: string) {
  const previewed = await previewPairingImport(tools, { shopId, file: uploaded(content) });
  if (previewed?.kind !== 'readable') throw new Error(JSON.stringify(previewed));
  return previewed;
}
const confirm = (shopId: string, content: string, seen: string) =>
  importPairings(tools, { shopId, file: uploaded(content), seen, savedBy: 'bob', now: MONDAY + 1 });
async function exported(shopId: string): Promise<string> {
  const query = { tab: 'all', search: '', sort: 'rate', isDescending: true, page: 1 } as const;
  const rows = await exportShopPairings(tools, { shopId, query, now: MONDAY });
  return [...writeCsv(pairingLines(rows ?? []))].join('');
}

describe('a file of pairings', () => {
  it('is previewed without being written, then written as previewed, with who and when', async () => {
    const shopId = await shopWithProducts(store);
    await change(shopId, [{ ...pairing(1, 2), use: 'pinned' }, { ...pairing(1, 3), use: 'blocked' }]); // prettier-ignore
    const before = await store.allOverrides(shopId);
    const content = `${HEADING}same_order,1,2,pinned,,,\nsame_order,1,3,pinned,,,new\nnext_order,2,1,curated,,,\n`;
    const previewed = await preview(shopId, content);
    expect(previewed).toMatchObject({ fresh: 1, changed: 1, unchanged: 1, repeated: 0, wordless: 0 });
    expect(await store.allOverrides(shopId)).toEqual(before);

    expect(await confirm(shopId, content, previewed.fingerprint)).toEqual({ ...previewed, kind: 'imported' });
    const saved = { savedBy: 'bob', savedAt: MONDAY + 1 };
    expect(await store.allOverrides(shopId)).toMatchObject([
      { table: 'next_order', use: 'curated', ...saved },
      { ...pairing(1, 2), use: 'pinned', savedBy: 'ada', savedAt: MONDAY },
      { ...pairing(1, 3), use: 'pinned', note: 'new', ...saved },
    ]);
  });

  it('takes back nothing that it does not name', async () => {
    const shopId = await shopWithProducts(store);
    await change(shopId, [{ ...pairing(1, 2), use: 'pinned' }]);
    const content = `${HEADING}same_order,1,2,automatic,,,\nsame_order,2,1,pinned,,,`;
    const { fingerprint, ...counts } = await preview(shopId, content);
    expect(counts).toMatchObject({ fresh: 1, changed: 0, wordless: 1 });
    await confirm(shopId, content, fingerprint);
    expect((await store.allOverrides(shopId)).map(({ use }) => use)).toEqual(['pinned', 'pinned']);
  });

  it('of another shop is another matter', async () => {
    const [one, two] = [await shopWithProducts(store), await shopWithProducts(store)];
    const content = `${HEADING}same_order,1,2,pinned,,,`;
    await confirm(one, content, (await preview(one, content)).fingerprint);
    expect(await store.allOverrides(two)).toEqual([]);
    expect(await preview(two, content)).toMatchObject({ fresh: 1 });
  });
});

describe('between preview and confirmation', () => {
  const content = `${HEADING}same_order,1,2,pinned,,,\nsame_order,2,1,pinned,,,`;

  it('a decision that was made meanwhile is not written over unseen; seen, it is', async () => {
    const shopId = await shopWithProducts(store);
    const seen = (await preview(shopId, content)).fingerprint;
    await change(shopId, [{ ...pairing(1, 2), use: 'blocked' }]);
    const answer = await confirm(shopId, content, seen);
    expect(answer).toMatchObject({ kind: 'moved', fresh: 1, changed: 1 });
    expect(await store.allOverrides(shopId)).toMatchObject([{ use: 'blocked' }]);
    expect(await confirm(shopId, content, answer?.kind === 'moved' ? answer.fingerprint : '')).toMatchObject({
      kind: 'imported',
      fresh: 1,
      changed: 1,
    });
    expect((await store.allOverrides(shopId)).map(({ use }) => use)).toEqual(['pinned', 'pinned']);
  });

  it('a decision about another pairing hinders nothing', async () => {
    const shopId = await shopWithProducts(store);
    const seen = (await preview(shopId, content)).fingerprint;
    await change(shopId, [{ ...pairing(1, 3), use: 'blocked' }]);
    expect(await confirm(shopId, content, seen)).toMatchObject({ kind: 'imported', fresh: 2 });
  });

  it('a product that went out of the catalogue is told of, and nothing is written', async () => {
    const shopId = await shopWithProducts(store);
    const seen = (await preview(shopId, content)).fingerprint;
    await store.removeProducts(shopId, [productId(2)]);
    expect(await confirm(shopId, content, seen)).toMatchObject({
      kind: 'faulty',
      faults: [{ line: 2, value: '2', problem: 'unknown_product' }, { line: 3 }],
    });
    expect(await store.allOverrides(shopId)).toEqual([]);
  });

  it('a title that went over to another product is not taken for what was seen', async () => {
    const shopId = await shopWithProducts(store);
    const byTitle = 'table,bought,recommended,use\nsame_order,Espresso machine,Milk jug,pinned';
    const seen = (await preview(shopId, byTitle)).fingerprint;
    const renamed = [['2', 'Cream jug'], ['1', 'Espresso machine'], ['4', 'Milk jug']] as const; // prettier-ignore
    await store.upsertProducts(
      shopId,
      renamed.map(([number, title]) =>
        buildProduct({ productId: productId(number), title, updatedAt: MONDAY + 1 }),
      ),
    );
    expect(await confirm(shopId, byTitle, seen)).toMatchObject({ kind: 'moved', fresh: 1 });
    expect(await store.allOverrides(shopId)).toEqual([]);
  });

  it('an import and single changes at one moment come one after the other', async () => {
    const shopId = await shopWithProducts(store);
    const seen = (await preview(shopId, content)).fingerprint;
    const [answer] = await Promise.all([
      confirm(shopId, content, seen),
      change(shopId, [{ ...pairing(1, 2), use: 'blocked' }]),
    ]);
    const uses = (await store.allOverrides(shopId)).map(({ use }) => use);
    // Either the import was first and the change stands on it, or it saw the change and wrote nothing.
    expect([answer?.kind, ...uses]).toSatisfy((seenAfter: unknown[]) =>
      seenAfter[0] === 'imported'
        ? JSON.stringify(uses) === '["blocked","pinned"]'
        : seenAfter[0] === 'moved' && JSON.stringify(uses) === '["blocked"]',
    );
  });

  it('a failure in the midst of writing leaves nothing behind', async () => {
    const shopId = await shopWithProducts(store);
    const put = (table: 'same_order' | 'next_order', note: string) => ({
      ...{ ...pairing(1, 2), table, use: 'pinned' as const, note, startsAt: null, endsAt: null },
      ...{ savedBy: 'ada', savedAt: MONDAY },
    });
    const many = Array.from({ length: 2_000 }, (_, at) => ({
      ...put('same_order', ''),
      consequentId: `p${at}`,
    }));
    // The database refuses a NUL, here in the second statement.
    await expect(
      store.putOverrides(shopId, async () => [...many, put('next_order', '\0')]),
    ).rejects.toThrow();
    expect(await store.allOverrides(shopId)).toEqual([]);
    await store.putOverrides(shopId, async () => [put('next_order', 'x')]);
    expect(await store.allOverrides(shopId)).toHaveLength(1);
  });
});

it('what was exported changes nothing when it is imported', async () => {
  const shopId = await shopWithProducts(store);
  await change(shopId, [
    { ...pairing(1, 2), use: 'pinned', note: '=cmd|\' /C calc\'!A0\nand "more", \r\n', startsAt: MONDAY },
    { ...pairing(6, '8123456789012'), use: 'blocked', note: "'=x", endsAt: MONDAY + 12_345 },
    { ...pairing(3, 4), use: 'touch_3_only', startsAt: 1, endsAt: MONDAY },
    { ...pairing(4, 5), table: 'next_order', use: 'curated' },
  ]);
  const file = await exported(shopId);
  expect(file).toContain("'=SUM(A1) beans");
  const { fingerprint, ...counts } = await preview(shopId, file);
  expect(counts).toMatchObject({ fresh: 0, changed: 0, unchanged: 4 });
  const before = await store.allOverrides(shopId);
  expect(before).toHaveLength(4);
  await confirm(shopId, file, fingerprint);
  expect(await store.allOverrides(shopId)).toEqual(before);
  expect(await exported(shopId)).toBe(file);
  // In a shop that has nothing yet it makes the same decisions, so that it is a copy as well.
  const other = await shopWithProducts(store);
  await confirm(other, file, (await preview(other, file)).fingerprint);
  expect(await exported(other)).toBe(file);
  // Most of a large shop's lines decide nothing, and may be more than a file may decide.
  const cells = file.split('\r\n', 1)[0]?.split(',').length ?? 0;
  const wordless = `next_order,1,,2,${','.repeat(cells - 5)}\r\n`;
  const large = file + wordless.repeat(300_000);
  expect(await preview(shopId, large)).toEqual({
    ...counts,
    fingerprint,
    wordless: counts.wordless + 300_000,
  });
}, 60_000);

it('two hundred thousand decisions are previewed and imported, and others have their turn meanwhile', async () => {
  const shopId = await shopWithProducts(store);
  const products = Array.from({ length: 450 }, (_, at) =>
    buildProduct({ productId: productId(100_000 + at), title: `Product ${at}` }),
  );
  await store.upsertProducts(shopId, products);
  const lines: string[] = [];
  for (const { productId: bought } of products)
    for (const { productId: recommended } of products)
      if (bought !== recommended && lines.length < 200_000)
        lines.push(`same_order,${bought},${recommended},${lines.length % 9 === 0 ? 'blocked' : 'pinned'},,,`);
  const wordless = 'same_order,1,2,,,,';
  const content = `${HEADING}${[wordless, ...lines, wordless].join('\r\n')}\r\n`;
  let longest = 0;
  let last = performance.now();
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const previewed = await preview(shopId, content);
  expect(previewed).toMatchObject({ fresh: 200_000, changed: 0, unchanged: 0, wordless: 2 });
  expect(await confirm(shopId, content, previewed.fingerprint)).toMatchObject({ kind: 'imported' });
  clearInterval(pulse);
  expect(await prisma.pairingOverride.count({ where: { shopId } })).toBe(200_000);
  expect(longest).toBeLessThan(3_000);
}, 240_000);

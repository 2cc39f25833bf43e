import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkFile } from '../../support/check-file';
import { catalogueProduct } from '../recommend/build-offer';

const HEADING = 'table,bought_id,recommended_id,own_use,starts_at,ends_at,note';
const catalogue = [catalogueProduct(1), catalogueProduct(2)];

/** Pieces of files, so that chance comes upon more than a heading that is not there. */
const piece = fc.oneof(
  fc.constantFrom(HEADING, 'same_order,1,2,pinned,,,', ',', ';', '\t', '"', '""', '\r', '\n', '\r\n', '\uFEFF', "'="),
  fc.constantFrom('\0', 'pinned', '1', '\uD800', 'é', '\uFFFD'),
  fc.string({ unit: 'binary', maxLength: 12 }),
); // prettier-ignore
const pieces = fc.array(piece, { maxLength: 30 });
const content = fc.oneof(
  pieces.map((some) => Buffer.from(some.join(''))),
  pieces.map((some) => Buffer.from(`${HEADING}\n${some.join('')}`)),
  pieces.map((some) => Buffer.from(some.join(''), 'latin1')),
  fc.uint8Array({ maxLength: 200 }),
);

it('whatever a file holds, in whatever chunks it comes, it is read or its faults are told', async () => {
  await fc.assert(
    fc.asyncProperty(content, fc.integer({ min: 1, max: 64 }), async (bytes, chunkBytes) => {
      const whole = await checkFile(bytes, catalogue);
      expect(whole.entries.length === 0 || whole.faultCount === 0).toBe(true);
      for (const { line, value } of whole.faults) {
        expect(line).toBeLessThanOrEqual(1 + bytes.filter((byte) => byte === 10 || byte === 13).length);
        expect(value.length).toBeLessThanOrEqual(61);
      }
      expect(await checkFile(bytes, catalogue, chunkBytes)).toEqual(whole);
    }),
    { numRuns: 5_000 },
  );
}, 120_000);

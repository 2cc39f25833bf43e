import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFrequencyCap } from '#core/suppression/frequency-cap';

type Vector = {
  input: { sent: string[]; candidates: string[] };
  expected: { t: string; count: number; allowed: boolean }[];
};
const golden = (
  JSON.parse(readFileSync(new URL('../../golden/frequency-cap.json', import.meta.url), 'utf8')) as {
    vectors: { freq_cap_2_per_7d: Vector };
  }
).vectors.freq_cap_2_per_7d;

describe('frequency cap', () => {
  it.each(golden.expected)(
    'at $t there are $count sends in the last 168 hours: allowed $allowed',
    ({ t, count, allowed }) => {
      const sends = golden.input.sent.map((at) => Date.parse(at));
      expect(checkFrequencyCap(sends, Date.parse(t), 2)).toMatchObject({ isAllowed: allowed, count });
    },
  );

  it('says when it would be free again: when the older of the two leaves the window', () => {
    const sends = [Date.parse('2026-03-01T10:00:00Z'), Date.parse('2026-03-04T10:00:00Z')];
    const checked = checkFrequencyCap(sends, Date.parse('2026-03-05T00:00:00Z'), 2);
    expect(checked).toMatchObject({ isAllowed: false, freeAt: Date.parse('2026-03-08T10:00:00Z') });
    expect(checkFrequencyCap(sends, Date.parse('2026-03-08T10:00:00Z'), 2).isAllowed).toBe(true);
  });
});

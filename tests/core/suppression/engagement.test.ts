import { describe, expect, it } from 'vitest';
import { judgeEngagement, type DeliveredEmail } from '#core/suppression/engagement';
import { DAY_MS, HOUR_MS } from '#core/shared/time';

const NOW = Date.parse('2026-06-30T09:00:00Z');
const ignored = (daysAgo: number, over: Partial<DeliveredEmail> = {}): DeliveredEmail => ({
  deliveredAt: NOW - daysAgo * DAY_MS,
  humanOpen: false,
  machineOpen: false,
  verifiedClick: false,
  orderAfter: false,
  ...over,
});
const four = (...last: DeliveredEmail[]) =>
  [...last, ...[10, 20, 30, 40].map((day) => ignored(day))].slice(0, 4);

describe('engagement (R63)', () => {
  it('four ignored emails in a row say that somebody has stopped caring; three do not', () => {
    expect(judgeEngagement(four(), NOW).isUnengaged).toBe(true);
    expect(judgeEngagement(four().slice(0, 3), NOW).isUnengaged).toBe(false);
  });

  it.each(['humanOpen', 'verifiedClick', 'orderAfter'] as const)('one %s among them resets it', (sign) => {
    expect(judgeEngagement(four(ignored(5, { [sign]: true })), NOW).isUnengaged).toBe(false);
  });

  it('an email younger than 48 hours is not judged yet', () => {
    const young = { ...ignored(0), deliveredAt: NOW - 48 * HOUR_MS + 1 };
    const old = { ...ignored(0), deliveredAt: NOW - 48 * HOUR_MS };
    const rest = four().slice(0, 3);
    expect(judgeEngagement([young, ...rest], NOW).isUnengaged).toBe(false);
    expect(judgeEngagement([old, ...rest], NOW).isUnengaged).toBe(true);
  });

  it('machine opens say nothing: two still count as ignored, three leave it unknown', () => {
    const machine = (day: number) => ignored(day, { machineOpen: true });
    expect(judgeEngagement(four(machine(3), machine(4)), NOW).isUnengaged).toBe(true);
    expect(judgeEngagement(four(machine(3), machine(4), machine(5)), NOW).isUnengaged).toBe(false);
  });

  it('only the last four count: an open before them does not help', () => {
    expect(judgeEngagement([...four(), ignored(50, { humanOpen: true })], NOW).isUnengaged).toBe(true);
  });
});

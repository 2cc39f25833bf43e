import { describe, expect, it } from 'vitest';
import { judgeMail } from '#core/guardrails/judge-mail';

describe('the guardrails of complaints and bounces', () => {
  it.each([
    ['below 0.1 %', 9, 9001, null],
    ['at 0.1 %', 9, 9000, 'warn'],
    ['below 0.3 %', 29, 9667, 'warn'],
    ['at 0.3 %', 29, 9666, 'pause'],
    ['at 0.3 %, to the e-mail', 3, 1000, 'pause'],
    ['far above it, of two reports only', 2, 10, null],
    ['far above it, of three', 3, 10, 'pause'],
  ])('complaints %s', (_, complaints, sent, level) => {
    expect(judgeMail({ sent, complaints, bounces: 0 }).map((found) => found.level)).toEqual(
      level === null ? [] : [level],
    );
  });

  it.each([
    ['below 2 %', 19, 951, null],
    ['at 2 %', 19, 950, 'warn'],
    ['below 5 %', 49, 981, 'warn'],
    ['at 5 %', 49, 980, 'pause'],
  ])('bounces %s', (_, bounces, sent, level) => {
    expect(judgeMail({ sent, complaints: 0, bounces }).map((found) => found.level)).toEqual(
      level === null ? [] : [level],
    );
  });

  it('are told side by side, with what they are counts of; nothing sent reaches none', () => {
    expect(judgeMail({ sent: 1000, complaints: 4, bounces: 30 })).toEqual([
      { guardrail: 'complaints', level: 'pause', count: 4, sent: 1000 },
      { guardrail: 'bounces', level: 'warn', count: 30, sent: 1000 },
    ]);
    expect(judgeMail({ sent: 0, complaints: 0, bounces: 0 })).toEqual([]);
  });
});

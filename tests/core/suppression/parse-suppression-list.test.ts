import { describe, expect, it } from 'vitest';
import { domainHashOf, emailHashOf } from '#core/suppression/identity';
import { parseSuppressionList } from '#core/suppression/parse-suppression-list';

const ada = (kind = 'vip_custom') => ({ scope: 'address', hash: emailHashOf('ada@shop.test'), kind });
const bob = (kind = 'vip_custom') => ({ scope: 'address', hash: emailHashOf('bob@shop.test'), kind });

describe('a list of people to leave alone', () => {
  it.each([
    ['one address a line', 'ada@shop.test\nbob@shop.test'],
    ['a byte order mark and Windows line ends', '\uFEFFada@shop.test\r\nbob@shop.test\r\n'],
    ['a heading', 'Email,Reason\nada@shop.test,\nbob@shop.test,\n'],
    ['semicolons', 'email;reason;date\nada@shop.test;;2026-01-01\nbob@shop.test;vip;2026-01-01'],
    ['tabs', 'ada@shop.test\tvip\nbob@shop.test\t'],
    ['quotes, spaces and capitals', '" Ada@Shop.TEST ","vip-custom"\n  bob@shop.test , VIP custom'],
    ['empty lines and old line ends', '\r\rada@shop.test\r\rbob@shop.test\r'],
  ])('takes %s', (_what, text) => {
    expect(parseSuppressionList(text)).toEqual({ entries: [ada(), bob()], repeated: 0, faults: [] });
  });

  it('reads the reason by its own name or by those of other programs', () => {
    const { entries } = parseSuppressionList('ada@shop.test,Spam report\nbob@shop.test,hard_bounce');
    expect(entries).toEqual([ada('complaint'), bob('bounced')]);
  });

  it('a whole domain is a domain, with or without @, and not an address', () => {
    const { entries } = parseSuppressionList('@Rival.example,b2b\nrival.example,b2b');
    expect(entries).toEqual([{ scope: 'domain', hash: domainHashOf('x@rival.example'), kind: 'wholesale' }]);
  });

  it('the same line twice is kept once and counted as repeated; another reason is another entry', () => {
    const list = parseSuppressionList('ada@shop.test\nADA@shop.test\nada@shop.test,unsubscribed');
    expect(list).toEqual({ entries: [ada(), ada('unsubscribed')], repeated: 1, faults: [] });
  });

  it('names every bad line as an editor counts it, with what is wrong, and takes nothing from it', () => {
    const text = [
      'email,reason',
      'ada@shop.test,because',
      '"ada@shop.test,vip',
      'not an address,vip',
      `a@b.co${',x'.repeat(20)}`,
      '=HYPERLINK("http://x.example")',
      'bob@shop.test,vip',
    ].join('\r\n');
    const { entries, faults } = parseSuppressionList(text);
    expect(entries).toEqual([bob()]);
    expect(faults.map(({ line, problem }) => [line, problem])).toEqual([
      [2, 'unknown_reason'],
      [3, 'open_quote'],
      [4, 'not_an_address'],
      [5, 'too_many_columns'],
      [6, 'not_an_address'],
    ]);
  });

  it('a line of any length is quoted short, and nothing hostile in it holds up the reading', () => {
    const { faults } = parseSuppressionList(
      `${'a.'.repeat(200_000)}\n${'"'.repeat(100_001)}\n${'@'.repeat(100_000)}`,
    );
    expect(faults).toHaveLength(3);
    expect(Math.max(...faults.map(({ text }) => text.length))).toBeLessThanOrEqual(60);
  });

  it('an empty file says nothing', () => {
    expect(parseSuppressionList('\uFEFF')).toEqual({ entries: [], repeated: 0, faults: [] });
  });
});

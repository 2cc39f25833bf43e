import { expect, it } from 'vitest';
import { csvAnswer, writeCsv, type CsvTable } from '../../app/csv-answer.server';

const written = (table: CsvTable) => [...writeCsv(table)].join('');

it.each(['=', '+', '-', '@', '\t', '\r'])('a text that begins with %j is no formula', (sign) => {
  expect(written({ headings: ['a'], rows: [[`${sign}1`]] })).toContain(`'${sign}1`);
});

it('numbers stay numbers, and quotes and commas stay inside their cell', () => {
  expect(
    written({
      headings: ['a', 'b'],
      rows: [
        [-1.5, 'x, "y"'],
        [null, 'plain'],
      ],
    }),
  ).toBe('a,b\r\n-1.5,"x, ""y"""\r\n,plain\r\n');
});

it('a cell that a spreadsheet would run is defused, and a number stays a number', () => {
  expect(written({ headings: [], rows: [['=1+1', '+a', '-b', '@c', '\td', 'e"f', -1, null, 'g,h']] })).toBe(
    `\r\n'=1+1,'+a,'-b,'@c,'\td,"e""f",-1,,"g,h"\r\n`,
  );
});

it('a text keeps its line ends inside of its cell, and an apostrophe of its own beside the one that defuses', () => {
  expect(written({ headings: ['a'], rows: [['b\nc'], ['d\re'], ["'=1"], ["'f"]] })).toBe(
    `a\r\n"b\nc"\r\n"d\re"\r\n''=1\r\n'f\r\n`,
  );
});

it('is answered as a file that nothing on the way keeps', async () => {
  const answer = csvAnswer('report.csv', { headings: ['a'], rows: [[1]] });
  expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="report.csv"');
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  // Reading as text would take off the mark, by which a spreadsheet knows UTF-8.
  expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe('\uFEFFa\r\n1\r\n');
});

it('a long table is written in pieces while it is read, and others have their turn meanwhile', async () => {
  let made = 0;
  function* rows() {
    for (; made < 10_000; made += 1) yield [made];
  }
  const reader = csvAnswer('long.csv', { headings: ['a'], rows: rows() }).body?.getReader();
  let [turns, pieces, text] = [0, 0, ''];
  const pulse = setInterval(() => (turns += 1), 0);
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += Buffer.from(part.value).toString();
    pieces += 1;
    if (pieces === 2) expect(made).toBeLessThan(5_000);
  }
  clearInterval(pulse);
  expect(text).toBe(`\uFEFFa\r\n${Array.from({ length: 10_000 }, (_, at) => `${at}\r\n`).join('')}`);
  expect(turns).toBeGreaterThan(0);
});

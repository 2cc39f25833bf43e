import { expect, it } from 'vitest';
import { csvAnswer, writeCsv } from '../../app/csv-answer.server';

it.each(['=', '+', '-', '@', '\t', '\r'])('a text that begins with %j is no formula', (sign) => {
  expect(writeCsv({ headings: ['a'], rows: [[`${sign}1`]] })).toContain(`'${sign}1`);
});

it('numbers stay numbers, and quotes and commas stay inside their cell', () => {
  expect(
    writeCsv({
      headings: ['a', 'b'],
      rows: [
        [-1.5, 'x, "y"'],
        [null, 'plain'],
      ],
    }),
  ).toBe('a,b\r\n-1.5,"x, ""y"""\r\n,plain\r\n');
});

it('a cell that a spreadsheet would run is defused, and a number stays a number', () => {
  expect(writeCsv({ headings: [], rows: [['=1+1', '+a', '-b', '@c', '\td', 'e"f', -1, null, 'g,h']] })).toBe(
    `\r\n'=1+1,'+a,'-b,'@c,'\td,"e""f",-1,,"g,h"\r\n`,
  );
});

it('a text keeps its line ends inside of its cell, and an apostrophe of its own beside the one that defuses', () => {
  expect(writeCsv({ headings: ['a'], rows: [['b\nc'], ['d\re'], ["'=1"], ["'f"]] })).toBe(
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

import { expect, it } from 'vitest';
import { logPageError } from '../../app/log-page-error.server';

const TOKEN = 'v1.k1.unsubscribe-token';

/** What the log says of an error of the page behind an unsubscribe link. */
function logged(error: unknown, signal = new AbortController().signal): ReadonlyArray<object> {
  const lines: object[] = [];
  const request = new Request(`https://encore.test/u/${TOKEN}`, { method: 'POST', signal });
  logPageError({ warn: (fields) => void lines.push(fields) }, error, request);
  return lines;
}

/** As Remix refuses: the reason lies inside. */
const refusal = (status: number) => ({
  ...{ status, statusText: '', data: 'Refused', internal: true },
  error: new Error(`refused with ${status}`),
});

it('what a page could not answer is told with where it went wrong and without the address', () => {
  const lines = logged(new Error('the database is down'));
  expect(lines).toMatchObject([{ shopId: null, method: 'POST', status: 500 }]);
  expect(JSON.stringify(lines)).toContain('the database is down');
  expect(JSON.stringify(lines)).not.toContain(TOKEN);
});

it('a POST to a page that takes none is told with its reason; an address that leads nowhere is no fault', () => {
  expect(JSON.stringify(logged(refusal(405)))).toContain('refused with 405');
  expect(logged(refusal(404))).toEqual([]);
});

it('who has gone before the answer came is no fault', () => {
  expect(logged(new Error('aborted'), AbortSignal.abort())).toEqual([]);
});

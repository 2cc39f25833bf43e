import { describe, expect, it } from 'vitest';
import { unknownMigration } from '../../demo/database';
import { parseDemoOptions } from '../../demo/options';

describe('the options of the demo', () => {
  it('are all left out by a newcomer', () => {
    expect(parseDemoOptions([])).toEqual({
      isFresh: false,
      port: null,
      opensBrowser: true,
      ordersFolder: null,
    });
  });

  it('say where, from what and how', () => {
    expect(parseDemoOptions(['--fresh', '--port', '4567', '--no-open', '--orders', 'mine'])).toEqual({
      isFresh: true,
      port: 4567,
      opensBrowser: false,
      ordersFolder: 'mine',
    });
  });

  it.each(['0', '65536', 'http', '45.6', ''])('refuse port "%s" with an example', (port) => {
    expect(() => parseDemoOptions(['--port', port])).toThrow(/is not a port: .* --port 4567/);
  });

  it('refuse what they do not know, with the usage', () => {
    expect(() => parseDemoOptions(['--frish'])).toThrow(/--frish(.|\n)*npm run demo -- \[--fresh\]/);
  });
});

describe('a database is of a newer version', () => {
  it('when it has a migration that this version does not know', () => {
    expect(unknownMigration(['1_init', '2_later'], ['1_init'])).toBe('2_later');
  });

  it('and not when this version only has more', () => {
    expect(unknownMigration(['1_init'], ['1_init', '2_later'])).toBeNull();
  });
});

import { GraphQLError } from 'graphql';
import { DateTime } from 'luxon';

type Comparator = '=' | '>' | '>=' | '<' | '<=';

type Term = { readonly field: string; readonly comparator: Comparator; readonly value: string };

/** What a field of a search means for an item: a time, or texts of which one must be equal. */
export type SearchField<T> =
  | { readonly kind: 'time'; readonly read: (item: T) => number }
  | { readonly kind: 'text'; readonly read: (item: T) => ReadonlyArray<string> };

const TERM = /(\w+):(>=|<=|>|<)?(?:'([^']*)'|"([^"]*)"|(\S+))/g;

/** A test for items, from Shopify's search syntax: terms such as updated_at:>='2026-10-01T00:00:00Z', all of which must
 * hold. Days without a time begin at midnight of `zone`. Throws for a field that is not among `fields`. */
export function parseSearch<T>(
  query: string | null | undefined,
  fields: Readonly<Record<string, SearchField<T>>>,
  zone: string,
): (item: T) => boolean {
  const tests = readTerms(query ?? '').map((term) => {
    const field = fields[term.field];
    if (field === undefined) {
      throw new GraphQLError(
        `the dev store cannot search by ${term.field}: it knows ${Object.keys(fields).join(', ')}`,
      );
    }
    return field.kind === 'time' ? timeTest(field.read, term, zone) : textTest(field.read, term);
  });
  // Most searches have one term and look at every order there is.
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  return (item) => tests.every((test) => test(item));
}

/** The earliest time of a field that a search asks for, so that older things need not be looked at; null: it asks for all. */
export function searchedFrom(query: string | null | undefined, field: string, zone: string): number | null {
  const from = readTerms(query ?? '')
    .filter((term) => term.field === field && term.comparator.startsWith('>'))
    .map(({ value }) => DateTime.fromISO(value, { zone }).toMillis());
  return from.length === 0 ? null : Math.max(...from);
}

function readTerms(query: string): ReadonlyArray<Term> {
  const rest = query
    .replace(TERM, '')
    .replace(/\bAND\b/g, '')
    .trim();
  if (rest !== '') {
    throw new GraphQLError(
      `the dev store cannot read "${rest}" in the search "${query}": write field:value terms`,
    );
  }
  return Array.from(query.matchAll(TERM), ([, field = '', comparator, single, double, bare]) => ({
    field,
    comparator: isComparator(comparator) ? comparator : '=',
    value: single ?? double ?? bare ?? '',
  }));
}

function isComparator(text: string | undefined): text is Comparator {
  return text === '>' || text === '>=' || text === '<' || text === '<=';
}

function timeTest<T>(read: (item: T) => number, { field, comparator, value }: Term, zone: string) {
  const time = DateTime.fromISO(value, { zone });
  if (!time.isValid) throw new GraphQLError(`${field}:${value} is not an ISO 8601 time`);
  const limit = time.toMillis();
  const tests: Record<Comparator, (item: T) => boolean> = {
    '=': (item) => read(item) === limit,
    '>': (item) => read(item) > limit,
    '>=': (item) => read(item) >= limit,
    '<': (item) => read(item) < limit,
    '<=': (item) => read(item) <= limit,
  };
  return tests[comparator];
}

function textTest<T>(read: (item: T) => ReadonlyArray<string>, { field, comparator, value }: Term) {
  if (comparator !== '=')
    throw new GraphQLError(`${field} cannot be compared by ${comparator}: write ${field}:${value}`);
  const wanted = value.toLowerCase();
  return (item: T) => read(item).some((text) => text.toLowerCase() === wanted);
}

import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import * as banned from '../../scripts/lint/banned-syntax.js';
import { PLANTED, SQL_IN_PLACE } from './planted-lines';

const eslint = new ESLint();
const linted = new Map<string, ReturnType<typeof lintAnew>>();

// The first look reads the types of the whole project, which no single rule is to answer for.
beforeAll(async () => void (await lint(SQL_IN_PLACE.file, '')), 120_000);

describe.each(PLANTED)('$rule: $claim', ({ rule, file, fault, twin }) => {
  it('is caught', async () => {
    expect(await rulesBroken(file, fault)).toContain(rule);
  });

  it('and its twin passes', async () => {
    expect(await rulesBroken(file, twin)).not.toContain(rule);
  });
});

it('SQL in the database adapter is in place', async () => {
  expect(await rulesBroken(SQL_IN_PLACE.file, SQL_IN_PLACE.text)).toEqual([]);
});

it('every banned piece of syntax has a planted fault', async () => {
  const results = await Promise.all(PLANTED.map(({ file, fault }) => lint(file, fault)));
  const seen = new Set(results.flat().map(({ message }) => message));
  const wanted = Object.values(banned).flat();
  expect(wanted.filter(({ message }) => !seen.has(message))).toEqual([]);
});

/** Lints `text` as if it stood in the given file of the project, so that the rules of its folder apply. */
function lint(filePath: string, text: string): ReturnType<typeof lintAnew> {
  const key = `${filePath}\n${text}`;
  const messages = linted.get(key) ?? lintAnew(filePath, text);
  linted.set(key, messages);
  return messages;
}

async function lintAnew(filePath: string, text: string) {
  const results = await eslint.lintText(text, { filePath });
  return results.flatMap(({ messages }) => messages);
}

async function rulesBroken(filePath: string, text: string): Promise<ReadonlyArray<string | null>> {
  return (await lint(filePath, text)).map(({ ruleId }) => ruleId);
}

/** What the code of each part must not say, as ESLint selectors; the reason is the message. */

export const bannedEverywhere = [
  { selector: 'TSEnumDeclaration', message: 'Write a union of string literals instead of an enum.' },
  {
    selector: 'ExportAllDeclaration',
    message: 'No barrel files: import from the file that defines the name.',
  },
  {
    selector: 'ExportNamedDeclaration[source]',
    message: 'No re-exports: import from the file that defines the name.',
  },
];

export const bannedInApp = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Named exports only; a default export has no name to search for.',
  },
];

export const bannedOutsideDatabase = [
  {
    selector: 'MemberExpression > Identifier.property[name=/^\\$(query|execute)Raw/]',
    message: 'SQL belongs to app/adapters/database, where every statement names its shop.',
  },
  {
    selector: 'NewExpression[callee.name="PrismaClient"]',
    message: 'Only app/adapters/database holds a Prisma client.',
  },
];

export const bannedInCore = [
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Core has no clock: take the time as an argument.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Core has no clock: take the time as an argument.',
  },
  {
    selector:
      'CallExpression[callee.object.name="DateTime"][callee.property.name=/^(now|local|utc)$/][arguments.length=0]',
    message: 'Core has no clock: take the time as an argument.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Core has no chance: hash stable ids with a salt.',
  },
  { selector: ':function[async=true]', message: 'Core is synchronous: load before, store after.' },
];

export const bannedInTests = [
  {
    selector: 'CallExpression[callee.object.name="vi"][callee.property.name=/^(mock|doMock|unmock)$/]',
    message: 'No module mocks: pass another implementation of the port.',
  },
  {
    selector: 'MemberExpression[property.name="waitForTimeout"]',
    message: 'No sleeps in browser tests: wait for what the user would see.',
  },
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(only|skip|todo|fixme|fails)$/]',
    message: 'Every test runs; data that may be absent are asked for with skipIf.',
  },
  {
    selector:
      'MemberExpression[object.object.name="test"][object.property.name="describe"][property.name=/^(only|skip|fixme)$/]',
    message: 'Every test runs; data that may be absent are asked for with skipIf.',
  },
];

import js from '@eslint/js';
import ts from 'typescript-eslint';
import {
  bannedEverywhere,
  bannedInApp,
  bannedInCore,
  bannedInTests,
  bannedOutsideDatabase,
} from './scripts/lint/banned-syntax.js';

const POLARIS_PARTS_OF_APP_BRIDGE = ['Modal', 'Toast', 'Frame', 'ContextualSaveBar', 'Loading', 'Navigation'];
// Remix and the configuration files of tools look for a default export.
const DEFAULT_EXPORT_WANTED = [
  'app/routes/**',
  'app/root.tsx',
  'app/entry.*.tsx',
  '*.config.{ts,js}',
  'codegen.ts',
];

/** no-restricted-syntax is replaced, not merged, by a later block: each block names all that holds for its files. */
const banned = (...lists) => ({ 'no-restricted-syntax': ['error', ...lists.flat()] });

export default ts.config(
  {
    ignores: [
      'build',
      'generated',
      'node_modules',
      '.cache',
      '.data',
      'out',
      'test-results',
      'playwright-report',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx,js,mjs,cjs}'],
    rules: {
      'max-lines': ['error', 300],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // The compiler knows the globals of each part; in plain JavaScript they are Node's.
      'no-undef': 'off',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@shopify/polaris',
              importNames: POLARIS_PARTS_OF_APP_BRIDGE,
              message: 'App Bridge draws this in the Shopify admin; use @shopify/app-bridge-react.',
            },
          ],
        },
      ],
      ...banned(bannedEverywhere),
    },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'dev-store/**/*.{ts,tsx}'],
    ignores: DEFAULT_EXPORT_WANTED,
    rules: banned(bannedEverywhere, bannedInApp, bannedOutsideDatabase),
  },
  { files: DEFAULT_EXPORT_WANTED, rules: banned(bannedEverywhere, bannedOutsideDatabase) },
  { files: ['app/adapters/database/**/*.ts'], rules: banned(bannedEverywhere, bannedInApp) },
  {
    files: ['app/core/**/*.ts'],
    rules: {
      ...banned(bannedEverywhere, bannedInApp, bannedOutsideDatabase, bannedInCore),
      'no-restricted-globals': [
        'error',
        'process',
        'fetch',
        'setTimeout',
        'setInterval',
        'performance',
        'crypto',
        'console',
      ],
    },
  },
  { files: ['{tests,browser,bench}/**/*.{ts,tsx}'], rules: banned(bannedEverywhere, bannedInTests) },
);

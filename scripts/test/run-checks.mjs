import { runTool } from './run-tool.mjs';

/** Each looks at the whole project and is counted as one test. */
const CHECKS = [
  { name: 'types', tool: 'typescript/bin/tsc', args: ['--noEmit'] },
  {
    name: 'types of core',
    tool: 'typescript/bin/tsc',
    args: ['--noEmit', '--project', 'tsconfig.core.json'],
  },
  { name: 'lint', tool: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  {
    name: 'import rules',
    tool: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: [
      'app',
      'dev-store',
      'simulate',
      'demo',
      'browser',
      'batch',
      'bench',
      'bundling',
      'extensions',
      'scripts',
      'tests',
      '--config',
      '.dependency-cruiser.cjs',
    ],
  },
  { name: 'dead code', tool: 'knip/bin/knip.js', args: ['--no-progress'] },
  { name: 'format', tool: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
];

/** @returns {Promise<ReadonlyArray<{name: string, isPassed: boolean}>>} */
export async function runChecks() {
  const results = [];
  for (const { name, tool, args } of CHECKS) {
    const start = Date.now();
    const { code, output } = await runTool(tool, args);
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    process.stderr.write(
      `${code === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds} s)\n${code === 0 ? '' : output}`,
    );
    results.push({ name, isPassed: code === 0 });
  }
  return results;
}

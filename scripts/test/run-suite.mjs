import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../project-root.mjs';
import { readPlaywrightReport } from './read-playwright-report.mjs';
import { readVitestReport } from './read-vitest-report.mjs';
import { runTool } from './run-tool.mjs';

/** @typedef {{passed: number, failed: number, skipped: number, complaints: string[]}} Counts */

/** All tests but those of the browser. @returns {Promise<Counts>} */
export async function runVitest() {
  const report = reportFile('vitest');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runTool('vitest/vitest.mjs', args, { isShown: true });
  return count('vitest', code, report, readVitestReport);
}

/** The journeys in a browser. @param {string} chromium @returns {Promise<Counts>} */
export async function runPlaywright(chromium) {
  const report = reportFile('playwright');
  const { code } = await runTool('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    isShown: true,
  });
  return count('Playwright', code, report, readPlaywrightReport);
}

function reportFile(name) {
  const file = path.join(projectRoot, 'test-results', `${name}.json`);
  // An old report must not stand for a run that crashed.
  rmSync(file, { force: true });
  return file;
}

function count(name, code, report, read) {
  let counts;
  try {
    counts = read(JSON.parse(readFileSync(report, 'utf8')));
  } catch (error) {
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      complaints: [`${name} left no report (exit code ${code}): ${error.message}`],
    };
  }
  if (code === 0 || counts.failed > 0) return counts;
  return {
    ...counts,
    failed: 1,
    complaints: [`${name} ended with exit code ${code} though no test failed.`],
  };
}

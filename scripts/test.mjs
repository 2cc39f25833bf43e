// `npm test`: the checks, then every test, then the browser. The last line alone says how many passed and failed.
import { fetchChromium, requireChromium } from './chromium.mjs';
import { runChecks } from './test/run-checks.mjs';
import { runPlaywright, runVitest } from './test/run-suite.mjs';

const chromium = fetchChromium().catch(() => undefined); // a wrong CHROMIUM_PATH is told when the browser is needed
const checks = await runChecks();
const suites = [countChecks(checks), await runVitest(), await runBrowserTests()];

const sum = (key) => suites.reduce((total, counts) => total + counts[key], 0);
const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
for (const complaint of suites.flatMap(({ complaints }) => complaints))
  process.stderr.write(`${complaint}\n`);
process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = failed === 0 ? 0 : 1;

function countChecks(results) {
  const broken = results.filter(({ isPassed }) => !isPassed);
  return {
    passed: results.length - broken.length,
    failed: broken.length,
    skipped: 0,
    complaints: broken.map(({ name }) => `The check "${name}" failed.`),
  };
}

async function runBrowserTests() {
  try {
    await chromium;
    return await runPlaywright(requireChromium());
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, complaints: [error.message] };
  }
}

/**
 * Counts the tests of Playwright's JSON report. A test that passed only when repeated counts as failed, and so do a
 * file that holds no test and an error outside the tests.
 * @returns {{passed: number, failed: number, skipped: number, complaints: string[]}}
 */
export function readPlaywrightReport(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const complaints = report.errors.map(({ message }) => `Playwright: ${message}`);
  for (const suite of report.suites.filter((suite) => !holdsTest(suite)))
    complaints.push(`${suite.file} ran no test.`);
  if (report.suites.length === 0) complaints.push('Playwright found no test file.');
  return { passed: expected, failed: unexpected + flaky + complaints.length, skipped, complaints };
}

function holdsTest({ specs = [], suites = [] }) {
  return specs.length > 0 || suites.some(holdsTest);
}

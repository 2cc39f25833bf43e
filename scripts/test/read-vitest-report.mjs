import path from 'node:path';

/**
 * Counts the tests of vitest's JSON report. A file that could not be run, or that holds no test, counts as failed: it
 * proves nothing, and nobody would notice.
 * @returns {{passed: number, failed: number, skipped: number, complaints: string[]}}
 */
export function readVitestReport(report) {
  const counts = { passed: 0, failed: 0, skipped: 0, complaints: [] };
  for (const { name, status, message, assertionResults } of report.testResults) {
    for (const test of assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
    const hasFailedTest = assertionResults.some((test) => test.status === 'failed');
    if (assertionResults.length === 0) {
      complain(counts, `${path.relative('.', name)} ran no test. ${message}`);
    } else if (status === 'failed' && !hasFailedTest) {
      complain(counts, `${path.relative('.', name)} failed outside its tests: ${message}`);
    }
  }
  if (report.testResults.length === 0) complain(counts, 'vitest found no test file.');
  return counts;
}

function complain(counts, complaint) {
  counts.failed += 1;
  counts.complaints.push(complaint);
}

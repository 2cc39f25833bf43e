import { describe, expect, it } from 'vitest';
import { readPlaywrightReport } from '../../scripts/test/read-playwright-report.mjs';
import { readVitestReport } from '../../scripts/test/read-vitest-report.mjs';

const vitestFile = (statuses: ReadonlyArray<string>, more = {}) => ({
  name: 'some.test.ts',
  status: 'passed',
  message: '',
  assertionResults: statuses.map((status) => ({ status })),
  ...more,
});

describe('a vitest report', () => {
  it('counts what passed, failed and was skipped', () => {
    const report = {
      testResults: [
        vitestFile(['passed', 'passed', 'skipped']),
        vitestFile(['failed'], { status: 'failed' }),
      ],
    };
    expect(readVitestReport(report)).toMatchObject({ passed: 2, failed: 1, skipped: 1 });
  });

  it('a file that holds no test is a failure', () => {
    expect(readVitestReport({ testResults: [vitestFile([])] })).toMatchObject({ passed: 0, failed: 1 });
  });

  it('a file whose data are absent is skipped, not empty', () => {
    expect(readVitestReport({ testResults: [vitestFile(['skipped'])] })).toMatchObject({
      failed: 0,
      skipped: 1,
    });
  });

  it('a file that breaks outside its tests is a failure', () => {
    const broken = vitestFile(['passed'], { status: 'failed', message: 'afterAll threw' });
    expect(readVitestReport({ testResults: [broken] })).toMatchObject({
      passed: 1,
      failed: 1,
      complaints: [expect.stringContaining('afterAll threw')],
    });
  });

  it('no test file at all is a failure', () => {
    expect(readVitestReport({ testResults: [] }).failed).toBe(1);
  });
});

const browserReport = (
  stats: object,
  suites: ReadonlyArray<object>,
  errors: ReadonlyArray<{ message: string }> = [],
) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  suites,
  errors,
});
const withTest = { file: 'a.spec.ts', suites: [{ specs: [{}] }] };

describe('a Playwright report', () => {
  it('counts what passed and failed', () => {
    const report = browserReport({ expected: 3, unexpected: 1 }, [withTest]);
    expect(readPlaywrightReport(report)).toMatchObject({ passed: 3, failed: 1 });
  });

  it('a test that passes only when repeated is a failure', () => {
    expect(readPlaywrightReport(browserReport({ expected: 2, flaky: 1 }, [withTest]))).toMatchObject({
      passed: 2,
      failed: 1,
    });
  });

  it('a file that holds no test is a failure', () => {
    const empty = { file: 'b.spec.ts', specs: [], suites: [] };
    expect(readPlaywrightReport(browserReport({ expected: 1 }, [withTest, empty])).failed).toBe(1);
  });

  it('an error outside the tests is a failure', () => {
    const report = browserReport({ expected: 1 }, [withTest], [{ message: 'the web app did not start' }]);
    expect(readPlaywrightReport(report)).toMatchObject({
      failed: 1,
      complaints: ['Playwright: the web app did not start'],
    });
  });
});

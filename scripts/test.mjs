// Runs every test that this machine can run, and ends with "N passed, N failed".
//
//   yarn test              unit, integration and (where there is Chromium) browser tests
//   yarn test PATTERN...   only the Jest tests whose path matches
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

const REPORTS = '.cache/test-reports';
const JEST_REPORT = `${REPORTS}/jest.json`;
const BROWSER_REPORT = `${REPORTS}/browser.json`;
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(path =>
  existsSync(path),
);

const total = { passed: 0, failed: 0, skipped: 0 };
const leftOut = [];

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

function unitTests(patterns) {
  const status = run(
    'backstage-cli',
    ['repo', 'test', '--json', `--outputFile=${JEST_REPORT}`, ...patterns],
    { CI: 'true' },
  );
  const report = readReport(JEST_REPORT);
  if (!report) {
    total.failed += 1;
    return;
  }
  // A file that does not load has no tests to count, yet it failed.
  const broken = report.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests + broken;
  total.skipped += report.numPendingTests;
  if (status !== 0 && report.success) {
    total.failed += 1;
  }
}

function browserTests() {
  if (!CHROMIUM) {
    leftOut.push('browser tests (needs Chromium at /usr/bin/chromium)');
    return;
  }
  const status = run('playwright', ['test'], {
    STAGECRAFT_CHROMIUM: CHROMIUM,
    PLAYWRIGHT_JSON_OUTPUT_NAME: BROWSER_REPORT,
  });
  const report = readReport(BROWSER_REPORT);
  if (!report) {
    total.failed += 1;
    return;
  }
  total.passed += report.stats.expected + report.stats.flaky;
  total.failed += report.stats.unexpected;
  total.skipped += report.stats.skipped;
  if (status !== 0 && report.stats.unexpected === 0) {
    total.failed += 1;
  }
}

const patterns = process.argv.slice(2);
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

if (!process.env.KUBEBUILDER_ASSETS) {
  leftOut.push(
    'tests against a real kube-apiserver (needs KUBEBUILDER_ASSETS)',
  );
}
unitTests(patterns);
if (patterns.length === 0) {
  browserTests();
}

for (const what of leftOut) {
  console.log(`Left out: ${what}`);
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed === 0 ? 0 : 1);

import { defineConfig } from '@playwright/test';

const PORTAL = 'http://localhost:7007';

/**
 * Browser tests run against the built portal, served by its backend. They share
 * one sandbox, so they run one after the other, in the order of their names,
 * and expect a world that nobody changed: restart a server that runs already.
 */
export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  timeout: 180_000,
  expect: { timeout: 20_000 },
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [
    ['list'],
    ['json', { outputFile: '.cache/test-reports/browser.json' }],
  ],
  outputDir: 'test-results',
  webServer: {
    command: 'node scripts/serve-built.mjs',
    url: `${PORTAL}/.backstage/health/v1/readiness`,
    timeout: 600_000,
    reuseExistingServer: !process.env.CI,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
  use: {
    baseURL: PORTAL,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.STAGECRAFT_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});

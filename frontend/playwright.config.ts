import { defineConfig } from '@playwright/test';

const root = process.getuid?.() === 0;

/** Runs against a stack that is already up; it starts no server and downloads no browser. */
export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results',
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 1,
  // In CI one that fails is tried once more, on its own; Playwright then calls it flaky, in the
  // lines that every run ends with.
  retries: process.env.CI ? 1 : 0,
  use: {
    baseURL:
      process.env.WAYBILL_E2E_URL ?? process.env.WAYBILL_PUBLIC_URL ?? 'http://127.0.0.1:3000',
    // To record one takes a third of the time, so CI records only what is tried again.
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--disable-background-networking', ...(root ? ['--no-sandbox'] : [])],
    },
  },
});

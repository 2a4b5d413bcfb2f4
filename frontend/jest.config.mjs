import nextJest from 'next/jest.js';

const createConfig = nextJest({ dir: import.meta.dirname });

/** Packages of ES modules alone: Jest runs CommonJS, so they are compiled like our own code. */
const MODULES_ONLY = [
  '@cfworker',
  '@faker-js',
  '@msw',
  '@mswjs',
  '@open-draft',
  '@tanstack/react-store',
  '@tanstack/react-table',
  '@tanstack/store',
  '@tanstack/table-core',
  'cookie',
  'msw',
  'rettime',
  'until-async',
].join('|');

const config = await createConfig({
  testEnvironment: 'jest-fixed-jsdom',
  setupFilesAfterEnv: ['<rootDir>/jest.setup.ts'],
  testMatch: ['<rootDir>/{components,lib}/**/*.test.{ts,tsx}'],
  testTimeout: 30_000,
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/$1',
  },
  restoreMocks: true,
})();

export default {
  ...config,
  transformIgnorePatterns: [
    `/node_modules/(?!(${MODULES_ONLY})/)`,
    '^.+\\.module\\.(css|sass|scss)$',
  ],
};

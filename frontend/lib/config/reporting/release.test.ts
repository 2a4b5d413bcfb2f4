import { releaseOf } from './release';

test.each([
  [{}, ''],
  [{ WAYBILL_VERSION: '1f2e3d' }, 'waybill@1f2e3d'],
  [{ WAYBILL_VERSION: '1f2e3d', SENTRY_RELEASE: 'mine@2' }, 'mine@2'],
])('%j is named %s, as in the backend', (environment, release) => {
  expect(releaseOf(environment)).toBe(release);
});

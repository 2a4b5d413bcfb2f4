import { COLLECT_NOTHING, scrubEvent } from './lib/config/reporting/scrub';

/** What leaves the Next.js server: no internal address, and error reports only with `SENTRY_DSN`. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { hideInternalAddresses } = await import('./lib/config/headers/hidden-headers');
    hideInternalAddresses();
    const { refuseLongBodies } = await import('./lib/config/bodies/refused-bodies');
    refuseLongBodies(Number(process.env.WAYBILL_LARGEST_BODY));
  }
  const dsn = process.env.SENTRY_DSN;
  if (!dsn) return;
  const { init } = await import('@sentry/nextjs');
  init({
    dsn,
    environment: process.env.SENTRY_ENVIRONMENT ?? 'production',
    dataCollection: COLLECT_NOTHING,
    tracesSampleRate: 0,
    beforeSend: scrubEvent,
    beforeBreadcrumb: () => null,
  });
}

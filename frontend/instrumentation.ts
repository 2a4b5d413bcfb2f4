import { COLLECT_NOTHING, scrubEvent } from './lib/config/scrub';

/** Error reporting of the Next.js server; off without `SENTRY_DSN`. */
export async function register(): Promise<void> {
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

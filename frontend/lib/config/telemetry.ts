import { COLLECT_NOTHING, scrubEvent } from './scrub';

const DSN = process.env.NEXT_PUBLIC_SENTRY_DSN;

/** The SDK loads only where a DSN was built in, and after the page: it costs nobody else a byte. */
function sentry() {
  return import('@sentry/nextjs');
}

/** Starts error reporting in the browser; does nothing without `NEXT_PUBLIC_SENTRY_DSN`. */
export async function startTelemetry(): Promise<void> {
  if (!DSN) return;
  const { init } = await sentry();
  init({
    dsn: DSN,
    environment: process.env.NEXT_PUBLIC_SENTRY_ENVIRONMENT ?? 'production',
    dataCollection: COLLECT_NOTHING,
    tracesSampleRate: 0,
    beforeSend: scrubEvent,
    beforeBreadcrumb: () => null,
  });
}

/** Reports one caught error, when reporting is on. */
export function reportError(error: unknown, extra: Record<string, string> = {}): void {
  if (!DSN) return;
  void sentry().then(({ captureException }) => captureException(error, { extra }));
}

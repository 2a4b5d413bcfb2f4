import { COLLECT_NOTHING, scrubEvent } from './scrub';

const DSN = process.env.NEXT_PUBLIC_SENTRY_DSN;

const LATEST_MS = 5_000;

/** The SDK loads only where a DSN was built in, and after the page: it costs nobody else a byte. */
function sentry() {
  return import('@sentry/nextjs');
}

/**
 * Starts error reporting when the browser has nothing else to do; does nothing without
 * `NEXT_PUBLIC_SENTRY_DSN`.
 */
export function startTelemetry(): void {
  if (!DSN) return;
  const begin = () => void report();
  // Safari has no such callback before version 26.
  if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: LATEST_MS });
  else setTimeout(begin, LATEST_MS);
}

async function report(): Promise<void> {
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

import type * as Sentry from '@sentry/nextjs';
import { whenIdle } from './idle';

const DSN = process.env.NEXT_PUBLIC_SENTRY_DSN;

let starting: Promise<typeof Sentry> | undefined;

/**
 * Starts error reporting when the browser has nothing else to do; does nothing without
 * `NEXT_PUBLIC_SENTRY_DSN`.
 */
export function startTelemetry(): void {
  if (DSN) whenIdle(() => void started());
}

/** The SDK loads only where a DSN was built in, and after the page: it costs nobody else a byte. */
function started() {
  return (starting ??= start());
}

async function start() {
  const [sentry, { reportingOptions }] = await Promise.all([
    import('@sentry/nextjs'),
    import('./options'),
  ]);
  sentry.init({
    dsn: DSN ?? '',
    ...reportingOptions({
      environment: process.env.NEXT_PUBLIC_SENTRY_ENVIRONMENT,
      release: process.env.NEXT_PUBLIC_SENTRY_RELEASE,
      tracesSampleRate: process.env.NEXT_PUBLIC_SENTRY_TRACES_SAMPLE_RATE,
    }),
  });
  return sentry;
}

/** Reports one caught error, when reporting is on; also one from before the browser was idle. */
export function reportError(error: unknown, extra: Record<string, string> = {}): void {
  if (!DSN) return;
  void started().then(({ captureException }) => captureException(error, { extra }));
}

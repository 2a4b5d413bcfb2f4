import type { Instrumentation } from 'next';
import { reportingOptions } from './lib/config/reporting/options';

const DSN = process.env.SENTRY_DSN;

/** What leaves the Next.js server: no internal address, and error reports only with `SENTRY_DSN`. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { hideInternalAddresses } = await import('./lib/config/headers/hidden-headers');
    hideInternalAddresses();
    const { refuseLongBodies } = await import('./lib/config/bodies/refused-bodies');
    refuseLongBodies(Number(process.env.WAYBILL_LARGEST_BODY));
  }
  if (!DSN) return;
  const { init } = await import('@sentry/nextjs');
  init({
    dsn: DSN,
    ...reportingOptions({
      environment: process.env.SENTRY_ENVIRONMENT,
      release: process.env.NEXT_PUBLIC_SENTRY_RELEASE,
      tracesSampleRate: process.env.SENTRY_TRACES_SAMPLE_RATE,
    }),
  });
}

/** Errors of pages while they are drawn, and of the proxy, that nobody caught. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (!DSN) return;
  const { captureRequestError } = await import('@sentry/nextjs');
  captureRequestError(error, request, context);
};

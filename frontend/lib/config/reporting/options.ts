import { COLLECT_NOTHING, scrubEvent } from './scrub';

type Given = {
  environment: string | undefined;
  release: string | undefined;
  /** From 0, none, to 1, each; as text from the environment. */
  tracesSampleRate: string | undefined;
};

/** What the reports of the browser and of the web server have in common. */
export function reportingOptions({ environment, release, tracesSampleRate }: Given) {
  return {
    environment: environment || 'production',
    ...(release ? { release } : {}),
    dataCollection: COLLECT_NOTHING,
    tracesSampleRate: share(tracesSampleRate),
    // Traces across processes are OpenTelemetry's; no request of ours carries Sentry's headers.
    tracePropagationTargets: [],
    beforeSend: scrubEvent,
    beforeSendTransaction: scrubEvent,
    beforeBreadcrumb: () => null,
  };
}

function share(text: string | undefined): number {
  const value = Number(text || 0);
  if (value >= 0 && value <= 1) return value;
  throw new Error(`The share of traces is ${String(text)}, but must be from 0 to 1.`);
}

import { waitFor } from '@testing-library/react';
import type { Metric } from 'web-vitals';
import { startVitals } from './vitals';

type Report = (metric: Pick<Metric, 'value'>) => void;

const listeners: Record<string, Report> = {};
const listening = (name: string) => (report: Report) => {
  listeners[name] = report;
};

jest.mock('web-vitals', () => ({
  onCLS: listening('cls'),
  onINP: listening('inp'),
  onLCP: listening('lcp'),
}));

function hide(state: 'hidden' | 'visible') {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}

test('a visit tells its latest values once, when it is left, and nothing of its address', async () => {
  const beacon = jest.fn<boolean, [string, Blob]>(() => true);
  Object.defineProperty(navigator, 'sendBeacon', { value: beacon, configurable: true });
  Object.defineProperty(window, 'requestIdleCallback', {
    value: (task: () => void) => task(),
    configurable: true,
  });
  Object.defineProperty(performance, 'getEntriesByType', {
    value: (type: string) =>
      type === 'navigation' ? [{ responseStart: 170, activationStart: 50 }] : [],
    configurable: true,
  });
  startVitals('form');
  await waitFor(() => expect(listeners.cls).toBeDefined());
  listeners.lcp?.({ value: 900 });
  listeners.lcp?.({ value: 1400 });
  listeners.cls?.({ value: 0.02 });
  expect(beacon).not.toHaveBeenCalled();

  hide('hidden');
  hide('visible');
  hide('hidden');

  expect(beacon).toHaveBeenCalledTimes(1);
  const [address, body] = beacon.mock.calls[0] as [string, Blob];
  expect(address).toBe('/api/v1/page-vitals');
  expect(body.type).toBe('application/json');
  expect(JSON.parse(await body.text())).toEqual({
    page: 'form',
    ttfb: 0.12,
    lcp: 1.4,
    cls: 0.02,
  });
});

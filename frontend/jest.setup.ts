import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { server } from '@/lib/testing/server';
import { SilentEventSource } from '@/lib/testing/event-source';

configure({ asyncUtilTimeout: 5_000 });

Object.defineProperty(window, 'matchMedia', {
  value: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
});

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
beforeEach(() => {
  Object.defineProperty(globalThis, 'EventSource', { value: SilentEventSource, writable: true });
});
afterEach(() => {
  server.resetHandlers();
  localStorage.clear();
});
afterAll(() => server.close());

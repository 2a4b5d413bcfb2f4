import type { NextRouter } from 'next/router';

type Query = Record<string, string>;

/** The parts of the Next.js router that our code uses; `query` follows what was pushed. */
export const router = {
  query: {} as Query,
  asPath: '/',
  isReady: true,
  push: jest.fn<Promise<boolean>, [unknown]>(),
  replace: jest.fn<Promise<boolean>, [unknown]>(),
};

/** For `jest.mock('next/router', …)`. */
export const mockedRouter = { useRouter: () => router as unknown as NextRouter };

export function resetRouter(query: Query = {}): void {
  router.query = query;
  router.push.mockReset().mockResolvedValue(true);
  router.replace.mockReset().mockResolvedValue(true);
}

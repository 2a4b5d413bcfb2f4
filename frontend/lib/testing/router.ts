import type { NextRouter } from 'next/router';

type Query = Record<string, string | string[]>;

type Leaving = (url: string) => void;

const leaving = new Set<Leaving>();

/** Goes to another page, as far as those hear of it who want to be asked. */
export const startToLeave = (url: string) => leaving.forEach((each) => each(url));

/** The parts of the Next.js router that our code uses; `query` follows what was pushed. */
export const router = {
  query: {} as Query,
  asPath: '/',
  pathname: '/',
  isReady: true,
  events: {
    on: (_: string, listener: Leaving) => void leaving.add(listener),
    off: (_: string, listener: Leaving) => void leaving.delete(listener),
  },
  beforePopState: jest.fn(),
  push: jest.fn<Promise<boolean>, [unknown]>(),
  replace: jest.fn<Promise<boolean>, [unknown]>(),
};

/** For `jest.mock('next/router', …)`. */
export const mockedRouter = { useRouter: () => router as unknown as NextRouter };

export function resetRouter(query: Query = {}): void {
  router.query = query;
  router.asPath = '/';
  router.pathname = '/';
  leaving.clear();
  router.push.mockReset().mockResolvedValue(true);
  router.replace.mockReset().mockResolvedValue(true);
}

import { setupServer } from 'msw/node';

/** The network of a test. It knows no address until the test gives it one. */
export const server = setupServer();

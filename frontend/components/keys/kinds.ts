import type { CredentialKind } from './hooks/use-credentials';

type Words = {
  title: string;
  lead: string;
  one: string;
  create: string;
  empty: string;
  revoked: string;
  overlap: string;
};

/** What is said differently about keys and clients. */
export const KINDS: Record<CredentialKind, Words> = {
  key: {
    title: 'API keys',
    lead: 'One secret that a program sends with each request. The simplest way in.',
    one: 'API key',
    create: 'New API key',
    empty: 'No program has a key yet',
    revoked:
      'Every program that uses this key is refused within a few seconds. Nothing brings the key back.',
    overlap: 'Programs keep working with the present secret for that long. Give them the new one.',
  },
  client: {
    title: 'OAuth clients',
    lead: 'A client id and a secret that a service trades for tokens of ten minutes at /oauth/token.',
    one: 'OAuth client',
    create: 'New OAuth client',
    empty: 'No service has a client yet',
    revoked:
      'The service gets no more tokens, and those it holds are refused within a few seconds. Nothing brings the client back.',
    overlap: 'The service can sign in with either secret for that long. Give it the new one.',
  },
};

import type { ConnectionState } from '@/lib/api/model';

export const words: Record<ConnectionState, string> = {
  working: 'Working',
  paused: 'Paused',
  refused: 'Sign-in refused',
  broken: 'Not answering',
  probing: 'Being tried',
  cooling: 'Asked to wait',
  failing: 'Test failed',
  untested: 'Not tested yet',
};

export type Words = typeof words;

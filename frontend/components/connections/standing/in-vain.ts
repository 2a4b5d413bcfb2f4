import type { ConnectionOut } from '@/lib/api/model';

const ENOUGH = 3;

/** Whether it answers, and all that it was sent in the last 24 hours failed nevertheless. */
export const isInVain = ({ health: { state, sent, failed } }: ConnectionOut) =>
  state === 'working' && sent >= ENOUGH && failed === sent;

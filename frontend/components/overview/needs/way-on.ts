import type { NeedOut } from '@/lib/api/model';
import { submissionsAt } from '../links';

const STATUS = { failed: 'failed', unknown: 'needs_attention', overdue: 'delivering' } as const;

/** Which of the failed ones are counted. */
const LEFT = { continued: false, accepted_within: 'month' } as const;

/** Where the one next thing to do about it is done. */
export function wayOn(need: NeedOut): string {
  switch (need.kind) {
    case 'failed':
    case 'unknown':
    case 'overdue':
      if (need.count === 1 && !need.more && need.id) return `/submissions/${need.id}`;
      return submissionsAt({
        status: STATUS[need.kind],
        workflow: need.workflow?.slug,
        connection_id: need.connection?.id,
        ...(need.kind === 'failed' ? LEFT : {}),
        error_kind: need.kind === 'failed' ? need.error : null,
      });
    case 'connection_refused':
    case 'connection_paused':
    case 'connection_open':
      return `/connections/${need.connection?.id ?? ''}`;
    case 'callbacks_disabled':
      return `/callbacks/${need.id ?? ''}`;
    case 'credential_ends':
      return '/settings/keys';
    case 'worker_silent':
      return '/alerts?kind=no_worker';
  }
}

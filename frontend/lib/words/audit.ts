import type { AuditEntryOut } from '@/lib/api/model';

/** What somebody did, as the rest of a sentence that begins with their name. */
const ACTIONS: Record<string, string> = {
  'api_key.created': 'made an API key',
  'api_key.revoked': 'revoked an API key',
  'api_key.rotated': 'rotated an API key',
  'audit.exported': 'exported the audit log',
  'bulk.started': 'started a bulk action',
  'bulk.stopped': 'stopped a bulk action',
  'callback.resent': 'sent a callback again',
  'callback_endpoint.changed': 'changed a callback endpoint',
  'callback_endpoint.created': 'made a callback endpoint',
  'callback_endpoint.deleted': 'deleted a callback endpoint',
  'callback_endpoint.pinged': 'pinged a callback endpoint',
  'callback_endpoint.secret_rotated': 'rotated a callback secret',
  'connection.changed': 'changed a connection',
  'connection.created': 'made a connection',
  'connection.credentials_replaced': 'replaced the credentials of a connection',
  'connection.limited': 'changed the limits of a connection',
  'connection.paused': 'paused a connection',
  'connection.resumed': 'resumed a connection',
  'invitation.accepted': 'accepted an invitation',
  'invitation.created': 'invited somebody',
  'invitation.resent': 'sent an invitation again',
  'invitation.revoked': 'took an invitation back',
  'member.left': 'left the organization',
  'member.removed': 'removed a member',
  'member.role_changed': 'changed the role of a member',
  'oauth_client.created': 'made an OAuth client',
  'oauth_client.revoked': 'revoked an OAuth client',
  'oauth_client.rotated': 'rotated an OAuth client',
  'organization.changed': 'changed the organization',
  'organization.retention_set': 'changed how long submissions are kept',
  'ownership.given_up': 'gave up the ownership',
  'ownership.transferred': 'handed over the ownership',
  'organization.founded': 'founded the organization',
  'person.sign_in_failed': 'saw a sign-in fail',
  'person.sign_in_slowed': 'slowed sign-ins down',
  'person.signed_in': 'signed in',
  'person.tokens_revoked': 'revoked the tokens of a program',
  'privacy.erased': 'erased a person',
  'privacy.erasure_requested': 'asked to erase a person',
  'privacy.exported': 'exported what is kept about a person',
  'privacy.searched': 'looked for a person',
  'step.resolved': 'decided about a step',
  'submission.cancelled': 'cancelled a submission',
  'submission.read': 'looked at a submission',
  'submission.resumed': 'took up a submission again',
  'submission.retried': 'retried a submission',
  'submission.sensitive_read': 'looked at sensitive answers',
  'submissions.expired': 'let go of submissions past their retention',
  'workflow.retention_set': 'changed how long submissions are kept',
  'workflow.published': 'published a workflow',
};

/** The families to filter by. */
export const FAMILIES: { value: string; label: string }[] = [
  { value: '', label: 'Everything' },
  { value: 'submission.', label: 'Submissions' },
  { value: 'step.', label: 'Steps' },
  { value: 'bulk.', label: 'Bulk actions' },
  { value: 'workflow.', label: 'Workflows' },
  { value: 'connection.', label: 'Connections' },
  { value: 'callback_endpoint.', label: 'Callback endpoints' },
  { value: 'callback.', label: 'Callbacks' },
  { value: 'organization.', label: 'Organization' },
  { value: 'member.', label: 'Members' },
  { value: 'ownership.', label: 'Ownership' },
  { value: 'invitation.', label: 'Invitations' },
  { value: 'api_key.', label: 'API keys' },
  { value: 'oauth_client.', label: 'OAuth clients' },
  { value: 'person.', label: 'Sign-ins' },
  { value: 'privacy.', label: 'Privacy' },
  { value: 'audit.', label: 'Audit log' },
];

export function actionWords(action: string): string {
  const known = ACTIONS[action];
  if (known) return known;
  const [kind = '', what = ''] = action.split('.');
  return `${kind.replaceAll('_', ' ')}: ${what.replaceAll('_', ' ')}`;
}

/** The name that people know the thing by, or the end of its id. */
export function thingName(entry: AuditEntryOut): string {
  const { reference, name, url } = entry.detail;
  const named = [reference, name, url].find((each) => typeof each === 'string' && each !== '');
  return typeof named === 'string' ? named : `…${entry.object_id.slice(-8)}`;
}

/** Where the thing has a page. */
export function thingHref(entry: AuditEntryOut): string | null {
  return entry.object_kind === 'submission' ? `/submissions/${entry.object_id}` : null;
}

export function actorName(entry: AuditEntryOut): string {
  if (entry.actor_name !== '') return entry.actor_name;
  return entry.actor_kind === 'system' ? 'Waybill' : 'Nameless';
}

import { getCountAlertsUrl } from '@/lib/api/endpoints/alerts/alerts';
import { getGetAuditChainUrl, getListAuditUrl } from '@/lib/api/endpoints/audit/audit';
import { getListCallbackEndpointsUrl } from '@/lib/api/endpoints/callbacks/callbacks';
import { getListMembersUrl } from '@/lib/api/endpoints/members/members';
import { getGetOrganizationUrl } from '@/lib/api/endpoints/organization/organization';
import {
  getCountSubmissionsUrl,
  getGetSubmissionUrl,
} from '@/lib/api/endpoints/submissions/submissions';
import { getGetWorkflowUrl } from '@/lib/api/endpoints/workflows/workflows';
import { ASK_EARLY_SCRIPT } from './asked-early';

const ID = '0193a3f0-7c3e-7d10-8f00-000000000001';

/** What the document of a page with this address asks for. */
function askedAt(address: string): string[] {
  history.replaceState(null, '', address);
  document.head.replaceChildren();
  new Function(ASK_EARLY_SCRIPT)();
  const links = document.head.querySelectorAll('link[rel=preload]');
  return [...links].map((link) => link.getAttribute('href') ?? '');
}

test('a page asks early for what its components ask for', () => {
  expect(askedAt('/submissions')).toEqual([getCountSubmissionsUrl()]);
  expect(askedAt(`/submissions/${ID}`)).toEqual([getGetSubmissionUrl(ID)]);
  expect(askedAt('/workflows/new-customer')).toEqual([getGetWorkflowUrl('new-customer')]);
  expect(askedAt('/callbacks')).toEqual([getListCallbackEndpointsUrl({ limit: 50 })]);
  expect(askedAt('/alerts')).toEqual([getCountAlertsUrl()]);
  expect(askedAt('/settings/members')).toEqual([getListMembersUrl({ limit: 100 })]);
  expect(askedAt('/settings/organization')).toEqual([getGetOrganizationUrl()]);
  expect(askedAt('/settings/audit')).toEqual([
    getGetAuditChainUrl(),
    getListAuditUrl({ limit: 50 }),
  ]);
});

test.each([
  '/submissions?status=failed',
  '/submissions/bulk',
  '/workflows/new',
  '/workflows/leads/edit',
  '/settings/audit?actor=ada',
])('nothing is known to be asked for at %s', (address) => {
  expect(askedAt(address)).toEqual([]);
});

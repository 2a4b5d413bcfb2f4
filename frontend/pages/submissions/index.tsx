import dynamic from 'next/dynamic';
import { OpenAlerts } from '@/components/alerts/open/open-alerts';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { RecentBulk } from '@/components/submissions/recent/recent-bulk';
import { SubmissionList } from '@/components/submissions/list/submission-list';
import { words } from '@/lib/words/catalogues/pages';

/** With its menus and dialogs, for when something is selected. */
const BulkBar = dynamic(
  () => import('@/components/submissions/bulk/bulk-bar').then((module) => module.BulkBar),
  { ssr: false },
);

export default function SubmissionsPage() {
  return (
    <OperatorLayout title={words.submissions}>
      <PagePart what={words.parts.alerts}>
        <OpenAlerts />
      </PagePart>
      <PagePart what={words.bulkActions}>
        <RecentBulk />
      </PagePart>
      <PagePart what={words.submissions}>
        <SubmissionList bulk={BulkBar} />
      </PagePart>
    </OperatorLayout>
  );
}

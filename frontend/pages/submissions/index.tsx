import { OpenAlerts } from '@/components/alerts/open-alerts';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { BulkBar } from '@/components/submissions/bulk/bulk-bar';
import { RecentBulk } from '@/components/submissions/bulk/recent-bulk';
import { SubmissionList } from '@/components/submissions/list/submission-list';
import { words } from '@/lib/words/catalogues/pages';

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

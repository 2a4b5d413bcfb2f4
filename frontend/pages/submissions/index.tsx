import { OpenAlerts } from '@/components/alerts/open-alerts';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { SubmissionList } from '@/components/submissions/list/submission-list';
import { words } from '@/lib/words/pages';

export default function SubmissionsPage() {
  return (
    <OperatorLayout title={words.submissions}>
      <PagePart what={words.parts.alerts}>
        <OpenAlerts />
      </PagePart>
      <PagePart what={words.submissions}>
        <SubmissionList />
      </PagePart>
    </OperatorLayout>
  );
}

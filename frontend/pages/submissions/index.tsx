import { OpenAlerts } from '@/components/alerts/open-alerts';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { SubmissionList } from '@/components/submissions/list/submission-list';
import { words } from '@/lib/words/pages';

export default function SubmissionsPage() {
  return (
    <OperatorLayout title={words.submissions}>
      <OpenAlerts />
      <SubmissionList />
    </OperatorLayout>
  );
}

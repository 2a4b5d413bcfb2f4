import { OpenAlerts } from '@/components/alerts/open-alerts';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { SubmissionList } from '@/components/submissions/list/submission-list';

export default function SubmissionsPage() {
  return (
    <OperatorLayout title="Submissions">
      <OpenAlerts />
      <SubmissionList />
    </OperatorLayout>
  );
}

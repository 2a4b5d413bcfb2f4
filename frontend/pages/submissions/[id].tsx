import { useRouter } from 'next/router';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { SubmissionDetail } from '@/components/submissions/detail/submission-detail';

export default function SubmissionPage() {
  const { query } = useRouter();
  const id = typeof query.id === 'string' ? query.id : undefined;
  return (
    <OperatorLayout title="Submission">
      <SubmissionDetail key={id} id={id} />
    </OperatorLayout>
  );
}

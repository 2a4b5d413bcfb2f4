import { useRouter } from 'next/router';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { SubmissionDetail } from '@/components/submissions/detail/submission-detail';
import { words } from '@/lib/words/catalogues/pages';

export default function SubmissionPage() {
  const { query } = useRouter();
  const id = typeof query.id === 'string' ? query.id : undefined;
  return (
    <OperatorLayout title={words.submission}>
      <PagePart what={words.submission}>
        <SubmissionDetail key={id} id={id} />
      </PagePart>
    </OperatorLayout>
  );
}

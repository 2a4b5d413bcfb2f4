import { OperatorLayout } from '@/components/layouts/operator-layout';
import { Overview } from '@/components/overview/overview';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { words } from '@/lib/words/catalogues/pages';

/** Is everything flowing, and what needs me? */
export default function OverviewPage() {
  return (
    <OperatorLayout title={words.overview}>
      <PagePart what={words.overview}>
        <Overview />
      </PagePart>
    </OperatorLayout>
  );
}

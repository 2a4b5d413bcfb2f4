import { AlertList } from '@/components/alerts/list/alert-list';
import { AlertSections } from '@/components/alerts/parts/alert-sections';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { words } from '@/lib/words/catalogues/pages';

/** What is wrong now, and what was. */
export default function AlertsPage() {
  return (
    <OperatorLayout title={words.alerts}>
      <PagePart what={words.alerts}>
        <AlertSections />
      </PagePart>
      <PagePart what={words.alerts}>
        <AlertList />
      </PagePart>
    </OperatorLayout>
  );
}

import { AlertSections } from '@/components/alerts/parts/alert-sections';
import { AlertRoutes } from '@/components/alerts/routes/alert-routes';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { words } from '@/lib/words/catalogues/pages';

/** Where alerts go, how grave, and when not. */
export default function AlertRoutesPage() {
  return (
    <OperatorLayout title={words.alertRoutes}>
      <PagePart what={words.alerts}>
        <AlertSections />
      </PagePart>
      <PagePart what={words.alertRoutes}>
        <AlertRoutes />
      </PagePart>
    </OperatorLayout>
  );
}

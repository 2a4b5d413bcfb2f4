import { AlertSections } from '@/components/alerts/parts/alert-sections';
import { AlertRules } from '@/components/alerts/rules/alert-rules';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { words } from '@/lib/words/catalogues/pages';

/** When each kind of condition is an alert. */
export default function AlertRulesPage() {
  return (
    <OperatorLayout title={words.alertRules}>
      <PagePart what={words.alerts}>
        <AlertSections />
      </PagePart>
      <PagePart what={words.alertRules}>
        <AlertRules />
      </PagePart>
    </OperatorLayout>
  );
}

import { AlertSections } from '@/components/alerts/parts/alert-sections';
import { AlertMessages } from '@/components/alerts/messages/alert-messages';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { words } from '@/lib/words/catalogues/pages';

/** Who was told of what. */
export default function AlertMessagesPage() {
  return (
    <OperatorLayout title={words.alertMessages}>
      <PagePart what={words.alerts}>
        <AlertSections />
      </PagePart>
      <PagePart what={words.alertMessages}>
        <AlertMessages />
      </PagePart>
    </OperatorLayout>
  );
}

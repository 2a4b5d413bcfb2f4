import { CallbackLog } from '@/components/callbacks/log/callback-log';
import { EndpointList } from '@/components/callbacks/endpoints/endpoint-list';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { words } from '@/lib/words/catalogues/pages';

/** Who hears of submissions, and what they were sent. */
export default function CallbacksPage() {
  return (
    <OperatorLayout title={words.callbacks}>
      <PagePart what={words.callbacks}>
        <EndpointList />
      </PagePart>
      <PagePart what={words.parts.callbackLog}>
        <CallbackLog endpoint={null} />
      </PagePart>
    </OperatorLayout>
  );
}

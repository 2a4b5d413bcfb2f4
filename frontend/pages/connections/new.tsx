import { CreateConnection } from '@/components/connections/create/create-connection';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { words } from '@/lib/words/catalogues/pages';

export default function NewConnectionPage() {
  const trail = [{ href: '/connections', label: words.connections }];
  return (
    <OperatorLayout title={words.newConnection} trail={trail}>
      <PagePart what={words.newConnection}>
        <CreateConnection />
      </PagePart>
    </OperatorLayout>
  );
}

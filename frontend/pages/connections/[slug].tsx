import { useRouter } from 'next/router';
import { ConnectionDetail } from '@/components/connections/detail/connection-detail';
import { useConnection } from '@/components/connections/hooks/use-connections';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { words } from '@/lib/words/catalogues/pages';

export default function ConnectionPage() {
  const { query } = useRouter();
  const slug = typeof query.slug === 'string' ? query.slug : '';
  const trail = [{ href: '/connections', label: words.connections }];
  const { data } = useConnection(slug);
  return (
    <OperatorLayout title={data?.name ?? words.connection} trail={trail}>
      <PagePart what={words.connection}>
        <ConnectionDetail key={slug} name={slug} />
      </PagePart>
    </OperatorLayout>
  );
}

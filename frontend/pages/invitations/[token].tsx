import Head from 'next/head';
import { useRouter } from 'next/router';
import { Invitation } from '@/components/invitation/invitation';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { PublicLayout } from '@/components/layouts/public-layout';
import { words } from '@/lib/words/catalogues/pages';

export default function InvitationPage() {
  const { query } = useRouter();
  const token = typeof query.token === 'string' ? query.token : undefined;
  return (
    <PublicLayout title={words.invitation}>
      <Head>
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
      </Head>
      <PagePart what={words.invitation}>
        <Invitation key={token} token={token} />
      </PagePart>
    </PublicLayout>
  );
}

import Head from 'next/head';
import { useRouter } from 'next/router';
import { Invitation } from '@/components/invitation/invitation';
import { PublicLayout } from '@/components/layouts/public-layout';
import { words } from '@/lib/words/pages';

export default function InvitationPage() {
  const { query } = useRouter();
  const token = typeof query.token === 'string' ? query.token : undefined;
  return (
    <PublicLayout title={words.invitation}>
      <Head>
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
      </Head>
      <Invitation key={token} token={token} />
    </PublicLayout>
  );
}

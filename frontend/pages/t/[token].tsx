import Head from 'next/head';
import { useRouter } from 'next/router';
import { PublicLayout } from '@/components/layouts/public-layout';
import { Tracking } from '@/components/tracking/tracking';
import { words } from '@/lib/words/pages';

export default function TrackingPage() {
  const { query } = useRouter();
  const token = typeof query.token === 'string' ? query.token : undefined;
  return (
    <PublicLayout title={words.tracking}>
      <Head>
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
      </Head>
      <Tracking key={token} token={token} />
    </PublicLayout>
  );
}

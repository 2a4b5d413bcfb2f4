import Head from 'next/head';
import { useRouter } from 'next/router';
import { Device } from '@/components/device/device';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { PublicLayout } from '@/components/layouts/public-layout';
import { words } from '@/lib/words/catalogues/pages';

/** Where a person lets a program in that shows them a code. */
export default function DevicePage() {
  const { query, isReady } = useRouter();
  const given = typeof query.code === 'string' ? query.code : '';
  return (
    <PublicLayout title={words.device}>
      <Head>
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
      </Head>
      <PagePart what={words.device}>
        <Device given={isReady ? given : undefined} />
      </PagePart>
    </PublicLayout>
  );
}

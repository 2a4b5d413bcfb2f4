import { useRouter } from 'next/router';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { Poster } from '@/components/workflows/form-link/poster';
import { words } from '@/lib/words/catalogues/pages';

/** The code of a form, to print. */
export default function PosterPage() {
  const { query } = useRouter();
  const slug = typeof query.slug === 'string' ? query.slug : undefined;
  const trail = [
    { href: '/workflows', label: words.workflows },
    ...(slug ? [{ href: `/workflows/${slug}`, label: words.workflow }] : []),
  ];
  return (
    <OperatorLayout title={words.poster} trail={trail}>
      <PagePart what={words.workflow}>
        <Poster slug={slug} />
      </PagePart>
    </OperatorLayout>
  );
}

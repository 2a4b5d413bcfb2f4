import { Link } from '@/components/ui/link/link';
import { PublicLayout } from '@/components/layouts/public-layout';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { Phrase } from '@/components/ui/phrase/phrase';
import { words } from '@/lib/words/catalogues/pages';

export default function NotFoundPage() {
  return (
    <PublicLayout title={words.notFound.title}>
      <h1>{words.notFound.heading}</h1>
      <EmptyNote title={words.notFound.next}>
        <p>
          <Phrase
            text={words.notFound.text}
            parts={{ home: <Link href="/">{words.notFound.home}</Link> }}
          />
        </p>
      </EmptyNote>
    </PublicLayout>
  );
}

import { PublicLayout } from '@/components/layouts/public-layout';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { words } from '@/lib/words/catalogues/pages';

export default function ServerErrorPage() {
  return (
    <PublicLayout title={words.unavailable.title}>
      <h1>{words.unavailable.heading}</h1>
      <EmptyNote title={words.unavailable.next}>
        <p>{words.unavailable.text}</p>
      </EmptyNote>
    </PublicLayout>
  );
}

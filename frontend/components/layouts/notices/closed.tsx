import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { words } from '../words';

/** In place of a page that the person may not open. */
export function Closed() {
  return (
    <EmptyNote title={words.closed.title}>
      <p>{words.closed.text}</p>
    </EmptyNote>
  );
}

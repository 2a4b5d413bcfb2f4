import { Button } from '@mantine/core';
import { Link } from '@/components/ui/link/link';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { Phrase } from '@/components/ui/phrase/phrase';
import { useSomeForm } from '../hooks/use-some-form';
import { narrowed, NONE, type ListFilters } from './filters/filters';
import { words } from './words';

type Props = { filters: ListFilters; onChange: (next: Partial<ListFilters>) => void };

/** Nothing fits, or nothing is there: and the next thing to do. */
export function Empty({ filters, onChange }: Props) {
  if (!narrowed(filters)) return <Nothing />;
  return (
    <EmptyNote title={words.unmatched}>
      <p>{words.unmatchedNext}</p>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => onChange({ ...NONE, sort: filters.sort })}
      >
        {words.filters.clear}
      </Button>
    </EmptyNote>
  );
}

/** Leads to a form of this organization, if it has one. */
function Nothing() {
  const { form, isPending } = useSomeForm();
  if (isPending) return <EmptyNote title={words.empty.title} />;
  return (
    <EmptyNote title={words.empty.title}>
      <p>
        {form === null ? (
          words.empty.without
        ) : (
          <Phrase
            text={words.empty.next}
            parts={{ form: <Link href={`/f/${form.slug}`}>{form.name}</Link> }}
          />
        )}
      </p>
    </EmptyNote>
  );
}

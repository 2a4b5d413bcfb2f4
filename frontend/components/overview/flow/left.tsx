import { Link } from '@/components/ui/link/link';
import { number } from '@/lib/words/amounts/plural';
import { LEFT, useLeft } from '../hooks/use-overview';
import type { View } from '../hooks/use-view';
import { submissionsAt } from '../links';
import { words } from '../words';

/** How much of what failed or needed a person is left to repair, with its list. */
export function Left({ view }: { view: View }) {
  const { data } = useLeft(view);
  if (!data) return <>&nbsp;</>;
  if (data.count === 0) return words.tiles.repaired;
  const { workflow, period: accepted_within } = view;
  const count = number(data.count);
  return (
    <Link href={submissionsAt({ ...LEFT, workflow, accepted_within })}>
      {words.tiles.left(data.exact ? count : words.waiting.more(count))}
    </Link>
  );
}

import type { DifferenceOut } from '@/lib/api/model';
import { draftShape } from '../model/draft';
import { useSystems } from '../steps/hooks/use-systems';
import { allTold } from './told';

/** What differs between two versions, by the names of questions and steps: entries of a list. */
export function Differences({ difference }: { difference: DifferenceOut }) {
  const { actionOf, connectionOf } = useSystems();
  const before = draftShape.safeParse(difference.before);
  const after = draftShape.safeParse(difference.after);
  if (!before.success || !after.success)
    return difference.changes.map((change, index) => <li key={index}>{change}</li>);
  const told = allTold(difference.parts, {
    before: before.data,
    after: after.data,
    actionOf,
    systemOf: (slug) => connectionOf(slug)?.name ?? slug,
  });
  return told.map(({ about, said }, index) => (
    <li key={index} dir="auto">
      <strong>{about}</strong> {said}
    </li>
  ));
}

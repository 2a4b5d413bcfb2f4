import { Dialog } from '@/components/ui/dialog/dialog';
import type { Place } from '../../store/place';
import { useFurther, useScope } from '../hooks/use-scope';
import { useWaitFor } from '../hooks/use-wait-for';
import type { Group, Item } from '../model/item';
import { words } from '../words';
import { PickTree } from './pick-tree';

type Props = {
  place: Place;
  /** What stands before the scope of the place, such as the parts of a row. */
  first?: readonly Group[];
  accepts?: (item: Item) => boolean;
  onPick: (item: Item) => void;
  onClose: () => void;
};

/**
 * Asks for one of the values that can be picked at a place. Results of a step that its own does not
 * wait for yet are offered last: with one of them it waits.
 */
export function PickDialog({ place, first = [], accepts, onPick, onClose }: Props) {
  const groups = useScope(place);
  const further = useFurther(place).map((each) => ({ ...each, hint: words.thenWaits }));
  const waitFor = useWaitFor(place);
  return (
    <Dialog title={words.choose} onClose={onClose}>
      <PickTree
        groups={[...first, ...groups, ...further]}
        {...(accepts && { accepts })}
        onPick={(item) => {
          waitFor([item.path]);
          onPick(item);
          onClose();
        }}
      />
    </Dialog>
  );
}

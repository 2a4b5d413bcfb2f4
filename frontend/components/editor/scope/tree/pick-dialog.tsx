import { Dialog } from '@/components/ui/dialog/dialog';
import type { Place } from '../../store/place';
import { useScope } from '../hooks/use-scope';
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

/** Asks for one of the values that can be picked at a place. */
export function PickDialog({ place, first = [], accepts, onPick, onClose }: Props) {
  const groups = useScope(place);
  return (
    <Dialog title={words.choose} onClose={onClose}>
      <PickTree
        groups={[...first, ...groups]}
        {...(accepts && { accepts })}
        onPick={(item) => {
          onPick(item);
          onClose();
        }}
      />
    </Dialog>
  );
}

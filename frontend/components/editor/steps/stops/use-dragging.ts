import {
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { useSystems } from '../hooks/use-systems';
import { useEditorStore } from '../../store/context';
import { useMoveStep } from '../hooks/use-move-step';
import { stepName } from '../model/edit';
import { words as all } from '../words';

/** A click on a stop is not yet a move. */
const BEGINS_AFTER_PIXELS = 6;

/** How stops are moved by pointer and by keyboard, and what is said of it. */
export function useDragging(keys: readonly string[]) {
  const words = all.route;
  const store = useEditorStore();
  const { actionOf } = useSystems();
  const move = useMoveStep();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: BEGINS_AFTER_PIXELS } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const nameOf = (id: UniqueIdentifier) => {
    const draft = store.getState().history.now.definition;
    return draft ? stepName(draft, String(id), actionOf) : String(id);
  };
  const placeOf = (id: UniqueIdentifier) => keys.indexOf(String(id)) + 1;
  const announcements: Announcements = {
    onDragStart: ({ active }) => words.picked(nameOf(active.id)),
    onDragOver: ({ active, over }) =>
      over ? words.over(nameOf(active.id), placeOf(over.id), keys.length) : undefined,
    onDragEnd: ({ active, over }) =>
      over ? words.put(nameOf(active.id), placeOf(over.id)) : words.left(nameOf(active.id)),
    onDragCancel: ({ active }) => words.left(nameOf(active.id)),
  };
  return {
    sensors,
    accessibility: { announcements, screenReaderInstructions: { draggable: words.help } },
    onDragEnd: ({ active, over }: DragEndEvent) => {
      if (over) move(String(active.id), placeOf(over.id) - placeOf(active.id));
    },
  };
}

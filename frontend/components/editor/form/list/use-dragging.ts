import {
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { words } from '../words';

/** Moving by mouse, finger and keyboard, and what is said about it. */
export function useDragging(keys: string[], called: (key: string) => string) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const said = words.list.dragging;
  const at = (id: UniqueIdentifier | undefined) => keys.indexOf(String(id)) + 1;
  const name = (id: UniqueIdentifier) => called(String(id));
  const announcements: Announcements = {
    onDragStart: ({ active }) => said.lifted(name(active.id), at(active.id), keys.length),
    onDragOver: ({ active, over }) =>
      at(over?.id) > 0 ? said.over(name(active.id), at(over?.id), keys.length) : undefined,
    onDragEnd: ({ active, over }) =>
      at(over?.id) > 0
        ? words.list.movedTo(name(active.id), at(over?.id), keys.length)
        : said.dropped(name(active.id)),
    onDragCancel: ({ active }) => said.back(name(active.id)),
  };
  return {
    sensors,
    accessibility: { announcements, screenReaderInstructions: { draggable: said.how } },
  };
}

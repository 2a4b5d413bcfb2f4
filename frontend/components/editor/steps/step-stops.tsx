import { DndContext, closestCenter } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { memo, useId, useState, type ReactNode } from 'react';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { useDraftShallow } from '../store/context';
import { AddStep } from './add-step';
import { useDragging } from './stops/use-dragging';
import { StepStop } from './stops/step-stop';
import { words as all } from './words';

/** The steps as stops of the route line, to be opened, moved and added. `first`: a stop above. */
export const StepStops = memo(function StepStops({ first }: { first?: ReactNode }) {
  const words = all.route;
  // Without an id of its own the page from the server would have another one than the browser's.
  const id = useId();
  const keys = useDraftShallow(({ steps }) => Object.keys(steps));
  const [said, setSaid] = useState('');
  const dragging = useDragging(keys);
  return (
    <DndContext id={id} collisionDetection={closestCenter} {...dragging}>
      <SortableContext items={keys} strategy={verticalListSortingStrategy}>
        <ol className="w-route" aria-label={words.label} data-planned>
          {first}
          <li className="w-stop">
            <span className="w-stop-rail" />
            <div className="w-stop-body">
              {keys.length === 0 && <p>{words.none}</p>}
              <AddStep after={null} small={keys.length > 0} />
            </div>
          </li>
          {keys.map((key, at) => (
            <StepStop key={key} step={key} isLast={at === keys.length - 1} onMoved={setSaid} />
          ))}
        </ol>
      </SortableContext>
      <LiveRegion text={said} />
    </DndContext>
  );
});

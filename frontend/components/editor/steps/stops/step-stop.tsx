import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { memo, type KeyboardEvent } from 'react';
import { StopFrame } from '@/components/ui/route-line/stop-frame';
import { useEditor, useEditorStore, useFaults, useSelection } from '../../store/context';
import { isWithin, placeOf } from '../../store/place';
import { AddStep } from '../add-step';
import { useMoveStep } from '../hooks/use-move-step';
import { useStepName } from '../hooks/use-step';
import { StepFacts } from '../step-facts';
import { words as all } from '../words';
import styles from './step-stop.module.css';

type Props = {
  step: string;
  isLast: boolean;
  /** Says where it stands now. */
  onMoved: (said: string) => void;
};

const BY: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** One step on the route: opened by its name, moved by its handle or with Alt and an arrow. */
export const StepStop = memo(function StepStop({ step, isLast, onMoved }: Props) {
  const words = all.route;
  const place = placeOf('steps', step);
  const name = useStepName(step);
  const faults = useFaults(place).length;
  const store = useEditorStore();
  const move = useMoveStep();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, ...drag } =
    useSortable({ id: step, attributes: { roleDescription: words.sortable } });
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.altKey ? BY[event.key] : undefined;
    if (by === undefined) return;
    event.preventDefault();
    move(step, by);
    const keys = Object.keys(store.getState().history.now.definition?.steps ?? {});
    onMoved(words.put(name, keys.indexOf(step) + 1));
  };
  return (
    <StopFrame
      headingLevel={2}
      stop={{ key: step, title: name, system: '', state: faults > 0 ? 'needs' : 'upcoming' }}
      name={<Name place={place} name={name} />}
      frame={{
        ref: setNodeRef,
        onKeyDown,
        style: {
          transform: CSS.Translate.toString(transform && { ...transform, x: 0 }),
          transition,
          zIndex: drag.isDragging ? 1 : undefined,
          position: 'relative',
        },
      }}
      aside={
        <button
          type="button"
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          className={styles.handle}
          aria-label={words.drag(name)}
        >
          <span aria-hidden="true">{'⠿'}</span>
        </button>
      }
    >
      <StepFacts step={step} />
      {faults > 0 && <p className={styles.faults}>{words.faults(faults)}</p>}
      <AddStep after={step} small={!isLast} />
    </StopFrame>
  );
});

function Name({ place, name }: { place: string; name: string }) {
  const [, select] = useSelection();
  const isOpen = useEditor(({ at }) => isWithin(at, place));
  return (
    <button
      type="button"
      className={styles.name}
      dir="auto"
      aria-current={isOpen || undefined}
      onClick={() => select(place)}
    >
      {name}
    </button>
  );
}

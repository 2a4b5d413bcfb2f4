import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { memo, type KeyboardEvent, type RefObject } from 'react';
import type { Question } from '../../model/draft';
import { useEditor, useEditorStore, useFaults, useSettled } from '../../store/context';
import { select } from '../../store/editor-store';
import { isWithin, type Place } from '../../store/place';
import { partAt } from '../model/parts';
import { words } from '../words';
import { kindName, nameOf, questionPlace } from './question-names';
import { QuestionMenu } from './question-menu';
import type { Questions } from './use-questions';
import styles from './list.module.css';

type Props = {
  scope: Place;
  /** Its key. */
  name: string;
  part: number;
  latest: RefObject<Questions>;
  onStep: (key: string, name: string, by: -1 | 1) => void;
};

const STEPS: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1 };

export const QuestionStop = memo(function QuestionStop({ scope, name: key, ...props }: Props) {
  const place = questionPlace(scope, key);
  const called = useSettled((draft) => nameOf(draft, scope, key));
  const isHere = useEditor(({ at }) => isWithin(at, place));
  const store = useEditorStore();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, ...sorted } = useSortable({
    id: key,
    attributes: { roleDescription: words.list.dragging.role },
  });
  const { transform, transition, isDragging } = sorted;

  function onKeyDown(event: KeyboardEvent) {
    const by = event.altKey ? STEPS[event.key] : undefined;
    if (!by) return;
    event.preventDefault();
    props.onStep(key, called, by);
  }

  return (
    <li
      ref={setNodeRef}
      className={styles.stop}
      data-here={isHere || undefined}
      data-lifted={isDragging || undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        className={styles.handle}
        {...attributes}
        {...listeners}
        aria-label={words.list.lift(called)}
      >
        <span aria-hidden>⠿</span>
      </button>
      <button
        type="button"
        className={styles.choose}
        data-question={key}
        aria-current={isHere || undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onClick={() => select(store, place)}
        onKeyDown={onKeyDown}
      >
        <span className={styles.name} dir="auto">
          {called}
        </span>
        <Marks place={place} />
      </button>
      <QuestionMenu scope={scope} name={key} called={called} {...props} />
    </li>
  );
});

/** What kind it is, and what is particular about it. */
function Marks({ place }: { place: Place }) {
  const question = useSettled((draft) => partAt(draft, place)) as Question | undefined;
  const { kind = '', required, show_if: condition, sensitive = false } = question ?? {};
  const faults = useFaults(place).length;
  const optional = required === false || kind === 'hidden' || kind === 'calculated';
  const marks = [
    kindName(kind),
    ...(optional ? [] : [words.list.required]),
    ...(condition === undefined || condition === '' ? [] : [words.list.conditional]),
    ...(sensitive ? [words.list.sensitive] : []),
  ];
  return (
    <span className={styles.marks}>
      {marks.join(' · ')}
      {faults > 0 && <span className={styles.faults}>{words.list.faults(faults)}</span>}
    </span>
  );
}

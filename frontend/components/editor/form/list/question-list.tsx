import { DndContext, closestCenter, type DragEndEvent } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Fragment, useCallback, useEffect, useRef, useState } from 'react';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { useEditorStore } from '../../store/context';
import type { Place } from '../../store/place';
import { words } from '../words';
import { AddQuestion } from './add-question';
import { PageHead, partOfHead } from './page-head';
import { nameOf } from './question-names';
import { QuestionStop } from './question-stop';
import { useDragging } from './use-dragging';
import { useQuestions } from './use-questions';
import styles from './list.module.css';

/** Questions in their order: one is chosen, moved, copied, taken away or added. */
export function QuestionList({ scope, label }: { scope: Place; label: string }) {
  const questions = useQuestions(scope);
  const { layout } = questions;
  const store = useEditorStore();
  const list = useRef<HTMLDivElement>(null);
  const moving = useRef<string | null>(null);
  const [told, setTold] = useState('');
  const keys = layout.flatMap((part) => part.keys);

  // What has the focus keeps it when it stands elsewhere.
  useEffect(() => {
    const key = moving.current;
    if (key === null) return;
    moving.current = null;
    list.current?.querySelector<HTMLElement>(`[data-question="${key}"]`)?.focus();
  }, [layout]);

  const called = (key: string) => {
    const draft = store.getState().history.now.definition;
    return draft ? nameOf(draft, scope, key) : key;
  };
  const dragging = useDragging(keys, called);

  const latest = useRef(questions);
  useEffect(() => {
    latest.current = questions;
  });
  const step = useCallback(
    (key: string, name: string, by: -1 | 1) => {
      const order = latest.current.layout.flatMap((part) => part.keys);
      moving.current = key;
      latest.current.step(key, by);
      setTold(words.list.movedTo(name, order.indexOf(key) + 1 + by, order.length));
    },
    [setTold],
  );

  function drop({ active, over }: DragEndEvent) {
    if (!over || over.id === active.id) return;
    const key = String(active.id);
    const head = partOfHead(over.id);
    const part = head ?? layout.findIndex((each) => each.keys.includes(String(over.id)));
    const index = head === null ? (layout[part]?.keys.indexOf(String(over.id)) ?? 0) : 0;
    questions.move(key, part, index);
  }

  return (
    <div ref={list}>
      <DndContext
        sensors={dragging.sensors}
        accessibility={dragging.accessibility}
        collisionDetection={closestCenter}
        onDragEnd={drop}
      >
        <SortableContext items={keys} strategy={verticalListSortingStrategy}>
          {layout.map((part, at) => (
            <Fragment key={part.page ?? 'none'}>
              {layout.length > 1 || part.page !== null ? (
                <PageHead page={part.page} part={at} isEmpty={part.keys.length === 0} />
              ) : null}
              <ul className={styles.list} aria-label={label}>
                {part.keys.map((key) => (
                  <QuestionStop
                    key={key}
                    scope={scope}
                    name={key}
                    part={at}
                    latest={latest}
                    onStep={step}
                  />
                ))}
              </ul>
            </Fragment>
          ))}
        </SortableContext>
      </DndContext>
      <AddQuestion scope={scope} onAdd={questions.add} />
      <LiveRegion text={told} />
    </div>
  );
}

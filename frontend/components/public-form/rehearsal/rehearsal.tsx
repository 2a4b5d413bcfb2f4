import { useEffect, useState } from 'react';
import { heard, type ToForm } from '@/lib/forms/rehearsal';
import { countriesIn, withCountriesInOrder } from '@/lib/words/countries';
import type { Typed } from '../answers/typed';
import type { Form, Question } from '../form';
import { useDocumentOf } from '../hooks/use-language';
import { usePublicForm } from '../hooks/use-public-form';
import { FormPage } from '../form-page';
import { EMPTY } from '../plain/plain';
import { tell } from './asking';

/** The form that the editor tells, drawn anew whenever it tells another. */
export function Rehearsal() {
  const [form, setForm] = useState<Form | null>(null);
  const [before, setBefore] = useState<Before>({ typed: {}, asked: [] });
  useEffect(() => {
    const listen = (event: MessageEvent) => {
      const message = heard<ToForm>(event, window.parent);
      if (message?.waybill === 'form') setForm(shown(message.form));
    };
    window.addEventListener('message', listen);
    tell({ waybill: 'ready' });
    return () => window.removeEventListener('message', listen);
  }, []);
  if (!form) return null;
  // Where other questions are asked it begins anew, with what was typed that still fits.
  const shape = JSON.stringify([
    form.questions.map(shapeOf),
    form.pages.length,
    // What evaluates them is fetched once.
    form.has_expressions,
  ]);
  return <Rehearsed key={shape} form={form} before={before} onTyped={setBefore} />;
}

/** Whoever edits it sees it open, and sends nothing that would need to be protected. */
const shown = (form: Form): Form => ({
  ...withCountriesInOrder(form),
  state: 'open',
  protection: { ...form.protection, ticket: false, honeypot: false, proof_of_work: false },
});

const shapeOf = ({ key, kind, questions }: Question): unknown => [
  key,
  kind,
  questions?.map(shapeOf),
];

const NOTHING: Typed = {};

/** What was typed, and into what. */
type Before = { typed: Typed; asked: Question[] };
type Props = { form: Form; before: Before; onTyped: (before: Before) => void };

function Rehearsed({ form, before, onTyped }: Props) {
  const [given] = useState(() => fitting(form, before));
  const start = { form, given, countries: countriesIn(form), plain: EMPTY };
  const state = usePublicForm(start, NOTHING, () => tell({ waybill: 'sent' }));
  const { typed, data } = state;
  useDocumentOf(form);
  const [begun] = useState(typed);
  const isAnswered = typed !== begun || before.asked.length > 0;
  useEffect(() => {
    if (typed !== begun) onTyped({ typed, asked: form.questions });
  }, [typed, begun, form.questions, onTyped]);
  useEffect(() => {
    if (isAnswered) tell({ waybill: 'answers', data });
  }, [isAnswered, data]);
  return (
    <FormPage
      start={start}
      state={state}
      onLanguage={async (language) => {
        tell({ waybill: 'language', language });
        return true;
      }}
    />
  );
}

/** What was typed into questions that are still of the same kind. */
function fitting({ questions }: Form, { typed, asked }: Before): Typed {
  const kinds = new Map(asked.map(({ key, kind }) => [key, kind]));
  const kept = questions.filter(({ key, kind }) => kinds.get(key) === kind);
  return Object.fromEntries(
    kept.flatMap(({ key }) => {
      const entry = typed[key];
      return entry === undefined || entry === '' ? [] : [[key, entry]];
    }),
  );
}

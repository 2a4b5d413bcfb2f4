import { useCallback, useMemo, useRef, useState } from 'react';
import { withoutPaths } from '../answers/data';
import { questionOf } from '../answers/names';
import { emptyAnswers, type Typed } from '../answers/typed';
import { errorAt, issuesOf, pageOf, visibleIssues } from '../check/issues';
import { hasSensitive } from '../draft/keepable';
import { useDraft } from '../draft/use-draft';
import type { Choice, Form, Issue, Logo } from '../form';
import type { Plain } from '../plain/plain';
import type { Change } from '../questions/env';
import { wordsOf } from '../words';
import { useArrival } from './use-arrival';
import { useFormProtection } from './use-form-protection';
import { useJudgement } from './use-judgement';
import { useSend } from './use-send';
import { useServerSaid } from './use-server-said';
import { useSteps } from './use-steps';

/** What a page of a form begins with. It goes from the server to the script as JSON. */
export type Start = {
  form: Form;
  /** What the link brought along, or what was typed before it was refused. */
  given: Typed;
  countries: Choice[];
  logo?: Logo;
  /** What the server found wrong with what was sent without script. */
  faults?: Issue[];
  plain: Plain;
  /** The tracking page, once it was sent without script in a frame. */
  sentLink?: string;
  /** Where the message is that has to be answered before anything is sent. */
  mailedTo?: string;
  /** Its address by itself, where it stands in a page of somebody else. */
  alone?: string;
};

const NONE: ReadonlySet<string> = new Set();

/**
 * Everything the form knows: answers, what is wrong with them, and the one way to send them.
 *
 * @param rehearse Called in the place of sending; then nothing is kept in the browser either.
 */
export function usePublicForm(start: Start, byHand: Typed, rehearse?: () => void) {
  const { form, given, plain, faults = [] } = start;
  const say = useMemo(() => wordsOf(form), [form]);
  const begin = useMemo(() => ({ ...emptyAnswers(form.questions), ...given }), [form, given]);
  const draft = useDraft(form, begin, byHand, !rehearse);
  const { typed, change, found, idempotencyKey } = draft;
  const server = useServerSaid(form, plain);
  const judging = useJudgement(form, typed, server.said);
  const { judgement } = judging;
  const steps = useSteps(form, judgement.hiddenPages, found !== null);
  const arrival = useArrival(start.sentLink);
  const sender = useSend(form);
  const protection = useFormProtection(form);
  const [touched, setTouched] = useState(NONE);
  const [refused, setRefused] = useState<Issue[]>(faults);
  const [summary, setSummary] = useState<Issue[]>(faults);
  const [edited, setEdited] = useState(NONE);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState('');
  const sending = useRef(false);
  const uploading = useRef(new Map<string, number>());

  const local = judgement.issues;
  const shown = useMemo(() => visibleIssues(local, touched, refused), [local, touched, refused]);
  const errorOf = useCallback(
    (name: string) => errorAt(shown, name, isWhole(form, name)),
    [shown, form],
  );

  function edit(key: string, next: Change) {
    setRefused((all) => all.filter(({ field }) => questionOf(field) !== key));
    setEdited((all) => (all.has(key) ? all : new Set(all).add(key)));
    change((current) => ({
      ...current,
      [key]: typeof next === 'function' ? next(current[key]) : next,
    }));
  }

  const onLeave = useCallback((name: string) => {
    setTouched((all) => new Set(all).add(name));
  }, []);
  const onUploading = useCallback((name: string, count: number) => {
    uploading.current.set(name, count);
  }, []);

  function summarize(issues: Issue[]) {
    setSummary([...issues]);
    setEdited(NONE);
  }

  /** What was put right since then is no longer in the list. */
  function isOpen({ field }: Issue): boolean {
    return !edited.has(questionOf(field)) || local.some((each) => each.field === field);
  }

  /** Shows what is wrong, and leads to the page of the first of it. */
  function tellAll(issues: Issue[]) {
    summarize(issues);
    const [first] = issues;
    if (first && steps.step !== 'all') steps.go(pageOf(form, first.field), false);
  }

  /** What is sent and what is wrong with it; what only the server can tell, it is asked. */
  async function judgeNow() {
    const { data, issues, all } = await judging.judged();
    const hidden = all ? NONE : await server.ask(data);
    return {
      data: withoutPaths(data, hidden),
      issues: [...issues, ...unfinished()].filter(({ field }) => !isHidden(hidden, field)),
    };
  }

  function unfinished(): Issue[] {
    return [...uploading.current]
      .filter(([, count]) => count > 0)
      .map(([field]) => ({ field, message: say('file.unfinished') }));
  }

  /** Goes on to the next page when nothing is wrong on this one. */
  async function goOn() {
    if (typeof steps.step !== 'number') return send();
    const page = steps.step;
    const keys = form.pages[page]?.questions ?? [];
    setTouched((all) => new Set([...all, ...keys]));
    const { issues: all } = await judgeNow();
    const issues = all.filter(({ field }) => pageOf(form, field) === page);
    summarize(issues);
    if (issues.length === 0) steps.go(steps.next);
    return undefined;
  }

  async function send() {
    const key = idempotencyKey();
    if (sending.current || key === null) return;
    setTouched(new Set(form.questions.map((question) => question.key)));
    const { data, issues } = await judgeNow();
    if (sending.current) return;
    tellAll(issues);
    if (issues.length > 0) return;
    if (rehearse) return rehearse();
    sending.current = true;
    setBusy(true);
    // Without a ticket the server says what is missing, in words for whoever reads them.
    const proof = await protection.prove().catch(() => ({ website: '', ticket: '', proof: '' }));
    try {
      const token = await sender.send({ data, idempotencyKey: key, protection: proof });
      draft.forget();
      arrival.arrive(token);
    } catch (error) {
      sending.current = false;
      setBusy(false);
      protection.renew();
      const answers = issuesOf((error as { problem: { errors: Issue[] } }).problem.errors);
      setRefused(answers);
      tellAll(answers);
    }
  }

  /** Leads to the page that asks for this answer. */
  function show(field: string) {
    if (steps.step !== 'all') steps.go(pageOf(form, field), false);
  }

  function clear() {
    draft.startAfresh(begin);
    sender.reset();
    setTouched(NONE);
    summarize([]);
    setRefused([]);
    if (steps.several) steps.go(0);
  }

  const { hidden, calculated } = judgement;
  const { trap, ticket } = protection;
  const partly = useMemo(() => hasSensitive(form.questions), [form]);
  return {
    say,
    typed,
    data: judgement.data,
    edit,
    env: { errorOf, onLeave, onUploading, hidden, calculated, ticket, tell: setTold },
    steps,
    summary,
    open: summary.filter(isOpen),
    found,
    busy,
    told,
    partly,
    error: sender.error,
    trap,
    goOn,
    clear,
    show,
    begin: judging.load,
    sent: arrival.link,
    keep: draft.keep,
  };
}

/** Whether a control of this name shows only what is said of itself, not of what is inside it. */
function isWhole({ questions }: Form, name: string): boolean {
  const [key, ...rest] = name.split('.');
  const kind = questions.find((each) => each.key === key)?.kind;
  if (kind === 'group') return rest.length < 2;
  return (kind === 'address' || kind === 'signature') && rest.length === 0;
}

function isHidden(hidden: ReadonlySet<string>, field: string): boolean {
  return [...hidden].some((path) => field === path || field.startsWith(`${path}.`));
}

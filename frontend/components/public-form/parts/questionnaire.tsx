import type { FormEvent } from 'react';
import { Phrase } from '@/components/ui/phrase/phrase';
import type { Start, usePublicForm } from '../hooks/use-public-form';
import { Carried, Notice, Update } from '../plain/carried';
import { Trap } from '../protection/trap';
import { EnvContext, type Env } from '../questions/env';
import { Pages } from './pages';
import { Refusal } from './refusal';
import { Review } from './review';
import { Summary } from './summary';

type Props = { start: Start; state: ReturnType<typeof usePublicForm>; scripted: boolean };

/** The questions, and the one button that leads on. Without script it is a plain form. */
export function Questionnaire({ start, state, scripted }: Props) {
  const { form, countries, plain } = start;
  const { say, steps, summary, busy, found, error } = state;
  const { step } = steps;
  const env: Env = { ...state.env, form, say, countries, scripted, plain, disabled: busy };

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    void state.goOn();
  }

  return (
    <EnvContext value={env}>
      <form
        className="f-part"
        method="post"
        encType="multipart/form-data"
        noValidate
        data-ready={found ? true : undefined}
        onSubmit={onSubmit}
        onFocus={() => void state.begin()}
      >
        <Carried plain={plain} version={form.version} />
        {summary.length === 0 && !error && <Notice plain={plain} say={say} />}
        {form.protection.proof_of_work && (
          <noscript>
            <p className="f-summary">
              {say(form.protection.without_script === 'mail' ? 'script.mail' : 'script.needed')}
            </p>
          </noscript>
        )}
        <Summary
          form={form}
          found={summary}
          issues={state.open}
          say={say}
          onFollow={(field) => state.show(field)}
        />
        {error && summary.length === 0 && <Refusal error={error} say={say} onFresh={state.clear} />}
        {found?.older && <p className="f-note">{say('draft.changed')}</p>}
        <Pages typed={state.typed} steps={steps} onEdit={state.edit} />
        {step === 'review' && (
          <Review
            typed={state.typed}
            data={state.data}
            shown={steps.shown}
            heading={steps.heading}
            onChange={(page) => steps.go(page)}
          />
        )}
        {form.protection.honeypot && <Trap input={state.trap} label={say('trap')} />}
        <Actions form={form} state={state} scripted={scripted} />
        {found?.restored && !busy && (
          <p className="f-help">
            <Phrase
              text={say(state.partly ? 'draft.kept_partly' : 'draft.kept')}
              parts={{
                clear: (
                  <button type="button" className="f-link" onClick={state.clear}>
                    {say('draft.clear')}
                  </button>
                ),
              }}
            />
          </p>
        )}
        <p className="f-unseen" role="status">
          {busy ? say('sending') : state.told}
        </p>
      </form>
    </EnvContext>
  );
}

function Actions({
  form,
  state,
  scripted,
}: {
  form: Props['start']['form'];
  state: Props['state'];
  scripted: boolean;
}) {
  const { say, steps, busy } = state;
  const last = steps.step === 'all' || steps.step === 'review';
  const next = steps.next === 'review' ? say('review') : say('next');
  const { before } = steps;
  return (
    <div className="f-actions">
      {scripted && before !== undefined && steps.step !== 'all' && (
        <button type="button" className="f-button" disabled={busy} onClick={() => steps.go(before)}>
          {say('back')}
        </button>
      )}
      <button type="submit" className="f-button f-primary" aria-disabled={busy || undefined}>
        {busy ? say('sending') : last ? form.submit_label || say('send') : next}
      </button>
      {!scripted && form.has_expressions && <Update say={say} />}
    </div>
  );
}

import { Button } from '@mantine/core';
import type { FormOut } from '@/lib/api/model';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { Phrase } from '@/components/ui/phrase/phrase';
import { PlannedRoute } from '@/components/ui/route-line/planned-route';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { AnswerFields } from './fields/answer-fields';
import { ErrorSummary } from './fields/error-summary';
import { FormIntro } from './form-intro';
import { AlreadySent } from './already-sent';
import { Sent } from './sent';
import { Trap } from './protection/trap';
import { usePublicForm } from './hooks/use-public-form';
import { words } from './words';
import styles from './public-form.module.css';

/** A public form: what is asked, how long it takes, and where the answers will go. */
export function PublicForm({ form }: { form: FormOut }) {
  const state = usePublicForm(form);
  const { submit } = state;
  const busy = state.proving || submit.isPending || submit.isSuccess;
  const code = submit.error?.problem.code;
  const alreadySent = code === 'idempotency_key_reused';
  if (state.sent) return <Sent title={form.title} link={state.sent} />;
  return (
    <Sheet>
      <SheetPart>
        <FormIntro form={form} />
      </SheetPart>
      <SheetPart>
        <ErrorSummary issues={state.summary} />
        {alreadySent && <AlreadySent onFresh={state.clear} />}
        <AnswerFields
          form={form}
          data={state.data}
          issues={state.issues}
          disabled={!state.ready || busy}
          onEdit={state.edit}
          onLeave={state.leave}
          onSend={() => void state.send()}
          context={state.context}
        >
          {form.protection.honeypot && <Trap input={state.trap} />}
          {submit.error && !alreadySent && state.summary.length === 0 && (
            <div className={styles.refusal}>
              <ErrorNotice error={submit.error} what={words.failed} />
              {code === 'form_changed' && (
                <Button variant="default" onClick={() => window.location.reload()}>
                  {words.reload}
                </Button>
              )}
            </div>
          )}
          <div className={styles.actions}>
            <Button type="submit" loading={busy} disabled={!state.ready}>
              {form.submit_label}
            </Button>
            {state.restored && !busy && (
              <p className={styles.kept}>
                <Phrase
                  text={state.partly ? words.keptPartly : words.kept}
                  parts={{ clear: <Clear onClear={state.clear} /> }}
                />
              </p>
            )}
          </div>
          <LiveRegion text={busy ? words.sending : ''} />
        </AnswerFields>
      </SheetPart>
      <SheetPart>
        <h2 className={styles.afterwards}>{words.afterwards.title}</h2>
        <PlannedRoute
          label={words.afterwards.steps}
          stops={form.steps.map((step) => ({ ...step, state: 'upcoming' as const }))}
        />
        <p className={styles.note}>{words.afterwards.note}</p>
      </SheetPart>
    </Sheet>
  );
}

function Clear({ onClear }: { onClear: () => void }) {
  return (
    <button type="button" className={styles.clear} onClick={onClear}>
      {words.clear}
    </button>
  );
}

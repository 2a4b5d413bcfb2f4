import { Button } from '@mantine/core';
import type { FormOut } from '@/lib/api/model';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { RouteLine } from '@/components/ui/route-line/route-line';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { AnswerFields } from './answer-fields';
import { ErrorSummary } from './error-summary';
import { FormIntro } from './form-intro';
import { AlreadySent } from './already-sent';
import { Sent } from './sent';
import { Trap } from './protection/trap';
import { usePublicForm } from './use-public-form';
import styles from './public-form.module.css';

/** A public form: what is asked, how long it takes, and where the answers will go. */
export function PublicForm({ form }: { form: FormOut }) {
  const state = usePublicForm(form);
  const { submit } = state;
  const busy = state.proving || submit.isPending || submit.isSuccess;
  const alreadySent = submit.error?.problem.code === 'idempotency_key_reused';
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
              <ErrorNotice error={submit.error} what="The form was not sent" />
            </div>
          )}
          <div className={styles.actions}>
            <Button type="submit" loading={busy} disabled={!state.ready}>
              {form.submit_label}
            </Button>
            {state.restored && !busy && (
              <p className={styles.kept}>
                {state.partly
                  ? 'Your answers were kept on this device, except the sensitive ones. '
                  : 'Your answers were kept on this device. '}
                <button type="button" className={styles.clear} onClick={state.clear}>
                  Clear them
                </button>
              </p>
            )}
          </div>
          <LiveRegion text={busy ? 'Sending …' : ''} />
        </AnswerFields>
      </SheetPart>
      <SheetPart>
        <h2 className={styles.afterwards}>What happens when you send it</h2>
        <RouteLine
          planned
          label="Steps after sending"
          stops={form.steps.map((step) => ({ ...step, state: 'upcoming' as const }))}
        />
        <p className={styles.note}>
          You get a private page that shows each step as it happens. No account is needed.
        </p>
      </SheetPart>
    </Sheet>
  );
}

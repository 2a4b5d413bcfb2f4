import { Phrase } from '@/components/ui/phrase/phrase';
import type { Start, usePublicForm } from './hooks/use-public-form';
import { Mailed } from './plain/mailed';
import { Afterwards } from './parts/afterwards';
import { Intro } from './parts/intro';
import { PageFrame } from './parts/page-frame';
import { Questionnaire } from './parts/questionnaire';
import { Sent } from './parts/sent';

type Props = {
  start: Start;
  state: ReturnType<typeof usePublicForm>;
  /** Resolves with whether the form is in that language now. */
  onLanguage: (language: string) => Promise<boolean>;
};

/** Everything of a form that is seen: what it asks, or what it says once it was sent. */
export function FormPage({ start, state, onLanguage }: Props) {
  const { form } = start;
  const { say, sent } = state;
  // Known once a script has looked for a draft.
  const scripted = state.found !== null;

  return (
    <PageFrame
      form={form}
      logo={start.logo}
      say={say}
      scripted={scripted}
      alone={start.alone}
      onLanguage={onLanguage}
    >
      <div className="f-sheet">
        {start.mailedTo ? (
          <Mailed form={form} say={say} email={start.mailedTo} />
        ) : sent === null ? (
          <>
            <div className="f-part">
              <Intro form={form} say={say} />
            </div>
            {form.state === 'open' ? (
              <Questionnaire start={start} state={state} scripted={scripted} />
            ) : (
              <div className="f-part" role="status">
                <p className="f-closed">{form.state_text}</p>
                <p className="f-help">
                  <Phrase
                    text={say('state.next')}
                    parts={{ organization: form.organization.name }}
                  />
                </p>
              </div>
            )}
            {form.state === 'open' && form.steps.length > 0 && <Afterwards form={form} say={say} />}
          </>
        ) : (
          <Sent form={form} link={sent} say={say} />
        )}
      </div>
    </PageFrame>
  );
}

import { Phrase } from '@/components/ui/phrase/phrase';
import type { Typed } from './answers/typed';
import { Questionnaire } from './parts/questionnaire';
import { Afterwards } from './parts/afterwards';
import { Intro } from './parts/intro';
import { PageFrame } from './parts/page-frame';
import { Mailed } from './plain/mailed';
import { Sent } from './parts/sent';
import { useLanguage } from './hooks/use-language';
import { usePublicForm, type Start } from './hooks/use-public-form';

type Props = Start & {
  /** What somebody typed before the script was there. */
  byHand?: Typed;
};

const NOTHING: Typed = {};

/** A public form: what is asked, how long it takes, and where the answers will go. */
export function PublicForm({ byHand = NOTHING, ...begin }: Props) {
  const { start, change } = useLanguage(begin);
  const { form } = start;
  const state = usePublicForm(start, byHand);
  const { say, sent, keep } = state;
  // Known once a script has looked for a draft.
  const scripted = state.found !== null;

  return (
    <PageFrame
      form={form}
      logo={start.logo}
      say={say}
      scripted={scripted}
      alone={start.alone}
      onLanguage={(language) => {
        keep();
        return change(language);
      }}
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

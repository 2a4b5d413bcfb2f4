import { Phrase } from '@/components/ui/phrase/phrase';
import type { Form } from '../form';
import type { Say } from '../words';

type Props = { form: Form; link: string; say: Say };

/** What stands in the place of an embedded form once it is sent. */
export function Sent({ form, link, say }: Props) {
  const { title, text, redirect } = form.sent;
  const follow = (
    <a href={link} target="_blank" rel="noopener noreferrer">
      {say('sent.link')}
    </a>
  );
  return (
    <div className="f-part" role="status" data-sent>
      <h1>{title || say('sent.title', { form: form.title })}</h1>
      {text && <p className="f-text">{text}</p>}
      <p className="f-text">
        <Phrase text={say('sent.text')} parts={{ link: follow }} />
      </p>
      {redirect && (
        <p className="f-text">
          <a href={redirect} target="_blank" rel="noopener">
            {say('sent.go_on', { site: new URL(redirect).hostname })}
          </a>
        </p>
      )}
    </div>
  );
}

import type { Form } from '../form';
import type { Say } from '../words';

/** What stands in the place of a form whose answers wait for the link in a message. */
export function Mailed({ form, say, email }: { form: Form; say: Say; email: string }) {
  return (
    <div className="f-part" role="status">
      <h1>{form.title}</h1>
      <p className="f-text">{say('script.mail_sent', { email })}</p>
    </div>
  );
}

import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { PlannedRoute } from '@/components/ui/route-line/planned-route';
import type { ConnectionOut, TemplateDetailOut } from '@/lib/api/model';
import { useSetup } from '../../hooks/use-setup';
import { words as all } from '../../words';
import { templateStops } from '../template-stops';
import { TryIt } from '../trying/try-it';
import { Blanks } from './blanks';
import { Finish } from './finish';
import { Naming } from './naming';
import { Parts } from './parts';
import styles from './setup.module.css';

type Props = { template: TemplateDetailOut; connections: ConnectionOut[] };

/** Who plays which part, what it is called, what it would send, and then: live. */
export function Setup({ template, connections }: Props) {
  const words = all.new;
  const { form, body, here } = useSetup(template, connections);
  return (
    <>
      <h1>{template.name}</h1>
      <p className={styles.lead}>{template.description}</p>
      <div className={styles.columns}>
        <div className={styles.steps}>
          <Part title={words.parts.title}>
            <Parts template={template} connections={connections} form={form} here={here} />
          </Part>
          {template.blanks.length > 0 && (
            <Part title={words.blanks.title}>
              <Blanks blanks={template.blanks} form={form} />
            </Part>
          )}
          <Part title={words.naming.title}>
            <Naming hasForm={template.has_form} form={form} />
          </Part>
          <Part title={words.trying.title}>
            <TryIt template={template} connections={connections} form={form} body={body} />
          </Part>
          <Part title={words.finish.title}>
            <Finish template={template} form={form} body={body} />
          </Part>
        </div>
        <aside className={styles.aside} aria-label={words.about}>
          <Sheet>
            <SheetPart>
              <h2 className={styles.heading}>{words.route}</h2>
              <PlannedRoute label={words.stepsOf(template.name)} stops={templateStops(template)} />
            </SheetPart>
            <SheetPart>
              <h2 className={styles.heading}>{words.asks}</h2>
              <ul className={styles.questions}>
                {template.questions.map(({ key, label, required }) => (
                  <li key={key}>{required ? label : words.optional(label)}</li>
                ))}
              </ul>
            </SheetPart>
          </Sheet>
        </aside>
      </div>
    </>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

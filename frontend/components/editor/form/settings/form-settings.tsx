import { NumberPart, SelectPart, TextPart } from '../fields/parts';
import { MomentPart } from '../fields/moment-part';
import { More } from '../fields/more';
import { WordsField } from '../fields/words-field';
import { words as all } from '../words';
import { AddressPart } from './address-part';
import { AccentPart } from './accent-part';
import { LanguagesPart } from './languages-part';
import { PagesPart } from './pages-part';
import { RulesPart } from './rules-part';
import styles from '../fields/fields.module.css';

/** Everything about the form but its questions. */
export function FormSettings() {
  const words = all.form;
  return (
    <section className={styles.fields} aria-label={words.about}>
      <h2 className={`${styles.heading} ${styles.title}`}>{words.about}</h2>
      <WordsField place="form.title" label={words.title} needed />
      <WordsField place="form.intro" label={words.intro} description={words.introHint} multiline />
      <AddressPart />
      <LanguagesPart />
      <PagesPart />
      <Afterwards />
      <More label={words.rules} places={['form.rules']}>
        <RulesPart />
      </More>
      <Rare />
    </section>
  );
}

function Afterwards() {
  const words = all.form;
  return (
    <>
      <h2 className={styles.heading}>{words.sent}</h2>
      <WordsField place="form.sent.title" label={words.sentTitle} />
      <WordsField place="form.sent.text" label={words.sentText} multiline />
    </>
  );
}

const SECURE = 'https://';
const RARE = ['submit_label', 'opens', 'closes', 'most', 'late', 'look', 'minutes'];

function Rare() {
  const words = all.form;
  return (
    <More
      label={words.more}
      places={[...RARE, 'sent.redirect', 'without_script'].map((part) => `form.${part}`)}
    >
      <WordsField place="form.submit_label" label={words.submit} description={words.submitHint} />
      <div className={styles.languages}>
        <MomentPart place="form.opens" label={words.opens} description={words.zone} />
        <MomentPart place="form.closes" label={words.closes} description={words.zone} />
      </div>
      <NumberPart place="form.most" label={words.most} description={words.mostHint} />
      <WordsField place="form.late" label={words.late} description={words.lateHint} multiline />
      <AccentPart />
      <TextPart
        place="form.look.logo"
        type="url"
        label={words.logo}
        description={words.logoHint}
        placeholder={SECURE}
      />
      <NumberPart place="form.minutes" label={words.minutes} description={words.minutesHint} />
      <TextPart
        place="form.sent.redirect"
        type="url"
        label={words.redirect}
        description={words.redirectHint}
        placeholder={SECURE}
      />
      <SelectPart
        place="form.without_script"
        label={words.scriptless}
        description={words.scriptlessHint}
        data={[
          { value: '', label: words.refuse },
          { value: 'mail', label: words.mail },
        ]}
      />
    </More>
  );
}

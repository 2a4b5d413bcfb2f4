import { Button, NativeSelect } from '@mantine/core';
import { memo, useState } from 'react';
import { languageName } from '@/lib/words/languages';
import { useDraft, useEditor, useLanguages } from '../store/context';
import { useFrame } from './live/use-frame';
import { useLiveForm } from './live/use-live-form';
import { words as all } from './words';
import styles from './live/live-form.module.css';

/** Pixels, as a page is wide on each. */
const WIDTHS = { phone: 390, desktop: 1024 };
type Width = keyof typeof WIDTHS;

/** The real form beside its questions. What is answered in it is the sample of the steps. */
export const LiveForm = memo(function LiveForm() {
  const words = all.live;
  const slug = useEditor((state) => state.slug);
  const languages = useLanguages();
  const [chosen, choose] = useState('');
  const language = languages.includes(chosen) ? chosen : (languages[0] ?? 'en');
  const [width, setWidth] = useState<Width>('phone');
  const { form, trouble, again } = useLiveForm(language);
  // Of this very form somebody pressed the button.
  const [sent, setSent] = useState<typeof form>(null);
  const frame = useFrame(form, { onLanguage: choose, onSent: () => setSent(form) });
  const isEmpty = useDraft((draft) => Object.keys(draft.form.fields).length === 0);
  const before = isEmpty ? words.empty : form ? words.before : words.never;
  return (
    <section className={styles.live} aria-label={words.title}>
      <div className={styles.switches}>
        {languages.length > 1 && (
          <NativeSelect
            label={words.language}
            data={languages.map((value) => ({ value, label: languageName(value) }))}
            value={language}
            onChange={(event) => choose(event.currentTarget.value)}
          />
        )}
        <NativeSelect
          label={words.width}
          value={width}
          onChange={(event) => setWidth(event.currentTarget.value as Width)}
          data={[
            { value: 'phone', label: words.phone },
            { value: 'desktop', label: words.desktop },
          ]}
        />
      </div>
      <div role="status" className={styles.note}>
        {!form && !trouble && words.loading}
        {trouble === 'mistake' && before}
        {trouble === 'failed' && words.failed}
        {!trouble && sent !== null && sent === form && words.notSent}
      </div>
      {trouble === 'failed' && (
        <Button variant="default" size="compact-sm" onClick={again}>
          {words.again}
        </Button>
      )}
      <div
        className={styles.window}
        hidden={!form && trouble !== null}
        role="group"
        tabIndex={0}
        aria-label={words.window}
      >
        <iframe
          ref={frame}
          className={styles.frame}
          src={`/workflows/${encodeURIComponent(slug)}/form`}
          title={words.title}
          style={{ width: WIDTHS[width], ...(width === 'phone' && { maxWidth: '100%' }) }}
          data-drawn={form ? true : undefined}
        />
      </div>
    </section>
  );
});

import { Button, NativeSelect } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Phrase } from '@/components/ui/phrase/phrase';
import type { MeOut } from '@/lib/api/model';
import { useLeaveGuard } from '@/lib/hooks/use-leave-guard';
import { useNotices } from '@/lib/hooks/work/use-notices';
import { useNow } from '@/lib/hooks/use-now';
import { usePreferences } from '@/lib/hooks/person/use-preferences';
import { LANGUAGES, tag } from '@/lib/words/languages';
import { LANGUAGE_NAMES } from '@/lib/words/language-names';
import { languageOfBrowser } from '@/lib/words/preference';
import { zoneOfBrowser } from '@/lib/zones/of-browser';
import { useZoneNames } from '@/lib/zones/use-zone-names';
import { words } from './words';
import styles from './you.module.css';

/** The language and the time zone; an empty choice is what the browser has. */
export function PreferencesForm({ me }: { me: MeOut }) {
  const [language, setLanguage] = useState<string>(me.language ?? '');
  const [zone, setZone] = useState(me.time_zone ?? '');
  const zones = useZoneNames(me.time_zone);
  const { change } = usePreferences();
  const { tell } = useNotices();
  useLeaveGuard(
    !change.isPending && (language !== (me.language ?? '') || zone !== (me.time_zone ?? '')),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // The form begins anew when it is saved, and is not there to be called back.
    void change
      .mutateAsync({ language: language || null, timeZone: zone || null })
      .then(() => tell({ text: words.saved }))
      .catch(() => undefined);
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <NativeSelect
        label={words.language}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value)}
        data={[
          { value: '', label: words.asBrowser(LANGUAGE_NAMES[languageOfBrowser()]) },
          ...LANGUAGES.map((each) => ({ value: each, label: LANGUAGE_NAMES[each] })),
        ]}
      />
      <div>
        <NativeSelect
          label={words.timeZone}
          description={words.timeZoneHint}
          value={zone}
          onChange={(event) => setZone(event.currentTarget.value)}
          data={[{ value: '', label: words.asBrowser(zoneOfBrowser()) }, ...zones]}
        />
        <Clock zone={zone} />
      </div>
      {change.error && <ErrorNotice error={change.error} what={words.failed} />}
      <div>
        <Button type="submit" loading={change.isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}

/** What the clocks of a zone show, so that one sees that it is the right one. */
function Clock({ zone }: { zone: string }) {
  const now = useNow();
  if (now === null) return null;
  const moment = new Date(now);
  const text = moment.toLocaleString(tag(), {
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone || undefined,
  });
  return (
    <p className={styles.now}>
      <Phrase
        text={words.now}
        parts={{ time: <time dateTime={moment.toISOString()}>{text}</time> }}
      />
    </p>
  );
}

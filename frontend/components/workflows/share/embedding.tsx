import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Phrase } from '@/components/ui/phrase/phrase';
import { useOrigin } from '../hooks/use-origin';
import { useProtection } from '../hooks/use-protection';
import { Snippet } from './snippet';
import { embedSnippet } from './snippets';
import { words as all } from './words';
import styles from './share.module.css';

type Props = { slug: string; address: string; name: string; query: string };

/** The form inside another page, or over it. */
export function Embedding({ slug, address, name, query }: Props) {
  const words = all.embed;
  const origin = useOrigin();
  const { data } = useProtection(slug);
  const [over, setOver] = useState(false);
  const sites = data?.allowed_origins ?? [];
  return (
    <div className={styles.part}>
      {data && (
        <p className={sites.length > 0 ? styles.quiet : styles.warning}>
          <Phrase
            text={sites.length > 0 ? words.some(sites) : words.none}
            parts={{ protection: <a href="#protection">{words.protection}</a> }}
          />
        </p>
      )}
      <NativeSelect
        label={words.way}
        value={over ? 'over' : 'inside'}
        data={[
          { value: 'inside', label: words.inside },
          { value: 'over', label: words.over },
        ]}
        onChange={({ currentTarget: { value } }) => setOver(value === 'over')}
      />
      {query && <p className={styles.quiet}>{words.filled}</p>}
      <Snippet
        text={embedSnippet({ origin, address, name, query, over })}
        label={words.label}
        copy={words.copy}
      />
    </div>
  );
}

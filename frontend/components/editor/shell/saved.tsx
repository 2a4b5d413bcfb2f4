import { LiveRegion } from '@/components/ui/live-region/live-region';
import { useEditor } from '../store/context';
import { words as all } from '../words';
import styles from './toolbar.module.css';

/** How far the draft is kept. */
export function Saved() {
  const words = all.saving;
  const saving = useEditor((state) => state.saving);
  const trouble = useEditor((state) => state.trouble);
  const restored = useEditor((state) => state.restored);
  const isLive = useEditor(({ isDraft }) => saving === 'saved' && !isDraft);
  const state = isLive ? words.live : words[saving];
  const said = saving === 'refused' ? `${words.refused}: ${trouble}` : state;
  const isTrouble = saving === 'offline' || saving === 'refused';
  return (
    <>
      <p className={styles.saved} data-state={saving}>
        {said}
        {restored && saving !== 'refused' && ` · ${words.restored}`}
      </p>
      <LiveRegion text={isTrouble ? said : ''} />
    </>
  );
}

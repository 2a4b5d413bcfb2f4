import { Button } from '@mantine/core';
import { useState } from 'react';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { words as all } from '../words';

type Props = { value: string; label: string };

/** Copies a text; where the browser does not allow it, says so. */
export function CopyButton({ value, label }: Props) {
  const words = all.copy;
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setSaid(words.copied);
    } catch {
      setSaid(words.refused);
    }
  };
  return (
    <>
      <Button variant="default" size="compact-sm" aria-label={label} onClick={() => void copy()}>
        {said || words.copy}
      </Button>
      <LiveRegion text={said} />
    </>
  );
}

import { useEffect, useState } from 'react';
import type { TrackingWords } from '@/lib/api/model';

const SHOWN_MS = 3_000;

/** The page is the receipt: keep its address, or print it. */
export function TrackingActions({ words, ready }: { words: TrackingWords; ready: boolean }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <div className="t-actions" data-ready={ready || undefined}>
      <button
        type="button"
        className="f-button f-small"
        onClick={() => {
          void navigator.clipboard.writeText(window.location.href).then(() => setCopied(true));
        }}
      >
        {copied ? words.copied : words.copy_link}
      </button>
      <button type="button" className="f-button f-small" onClick={() => window.print()}>
        {words.print}
      </button>
    </div>
  );
}

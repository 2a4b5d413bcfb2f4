import { VisuallyHidden } from '@mantine/core';

/** Says a change aloud, after whatever is being read. Empty text says nothing. */
export function LiveRegion({ text }: { text: string }) {
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {text}
    </VisuallyHidden>
  );
}

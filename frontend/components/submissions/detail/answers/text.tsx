import { Button } from '@mantine/core';
import { useState } from 'react';
import { words as all } from '../words';

const LONG = 600;
const SHOWN = 400;

/** A text as it was typed, in its own direction; a long one is cut until somebody asks for it. */
export function Text({ text }: { text: string }) {
  const words = all.answers;
  const [whole, setWhole] = useState(false);
  const long = text.length > LONG;
  return (
    <>
      <bdi>{long && !whole ? `${[...text].slice(0, SHOWN).join('')}…` : text}</bdi>
      {long && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={whole}
            onClick={() => setWhole(!whole)}
          >
            {whole ? words.less : words.all}
          </Button>
        </div>
      )}
    </>
  );
}

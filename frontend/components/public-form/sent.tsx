import { Anchor } from '@mantine/core';
import { Phrase } from '@/components/ui/phrase/phrase';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { words as all } from './words';

const words = all.sent;

/** What an embedded form shows once it is sent. */
export function Sent({ title, link }: { title: string; link: string }) {
  const follow = (
    <Anchor href={link} target="_blank" rel="noopener noreferrer">
      {words.link}
    </Anchor>
  );
  return (
    <Sheet>
      <SheetPart>
        <div role="status">
          <h1>{words.title(title)}</h1>
          <p>
            <Phrase text={words.text} parts={{ link: follow }} />
          </p>
        </div>
      </SheetPart>
    </Sheet>
  );
}

import { Anchor } from '@mantine/core';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';

/** What an embedded form shows once it is sent. */
export function Sent({ title, link }: { title: string; link: string }) {
  return (
    <Sheet>
      <SheetPart>
        <div role="status">
          <h1>Sent: {title}</h1>
          <p>
            Your answers arrived.{' '}
            <Anchor href={link} target="_blank" rel="noopener noreferrer">
              Follow each step on your private page
            </Anchor>
            , which opens in a new tab.
          </p>
        </div>
      </SheetPart>
    </Sheet>
  );
}

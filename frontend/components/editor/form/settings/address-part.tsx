import { Checkbox } from '@mantine/core';
import { useDraft } from '../../store/context';
import { TextPart } from '../fields/parts';
import { usePart } from '../fields/use-part';
import { words as all } from '../words';

const ADDRESS = 'form.address';

/** Whether the form has a page of its own, and where. */
export function AddressPart() {
  const words = all.form;
  const [address, write] = usePart<string | null>(ADDRESS);
  const slug = useDraft(({ workflow }) => workflow);
  const isOn = typeof address === 'string';
  const path = `/f/${address}`;
  return (
    <>
      <Checkbox
        label={words.public}
        description={words.publicHint}
        data-place={isOn ? undefined : ADDRESS}
        checked={isOn}
        onChange={(event) => write(event.currentTarget.checked ? slug : undefined)}
      />
      {isOn && (
        <TextPart
          place={ADDRESS}
          label={words.address}
          description={words.addressHint(path)}
          needed
        />
      )}
    </>
  );
}

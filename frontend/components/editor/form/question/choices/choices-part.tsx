import { NativeSelect } from '@mantine/core';
import { useSystems } from '../../../steps/hooks/use-systems';
import type { Question } from '../../../model/draft';
import { useChange, useDraft } from '../../../store/context';
import type { Place } from '../../../store/place';
import { useOwnFaultText } from '../../fields/use-part';
import { partAt } from '../../model/parts';
import { words as all } from '../../words';
import { ChoiceRows } from './choice-rows';
import { LivePart } from './live-part';

/** What can be chosen: written here, or a list of a connected system. */
export function ChoicesPart({ place }: { place: Place }) {
  const words = all.choices;
  const change = useChange();
  const isLive = useDraft((draft) => partAt(draft, `${place}.from`) !== undefined);
  const { connections, connectorOf } = useSystems();
  const listing = connections.filter(({ slug }) => (connectorOf(slug)?.lists.length ?? 0) > 0);

  function choose(live: boolean) {
    const [first] = listing;
    const connection = first?.slug ?? '';
    const list = connectorOf(connection)?.lists[0]?.name ?? '';
    change(`${place}.from`, (draft) => {
      const question = partAt(draft, place) as Question;
      // Undo brings back what is taken away here.
      if (live) {
        delete question.choices;
        delete question.default;
        question.from = { connection, list };
      } else {
        delete question.from;
        question.choices = [1, 2].map((at) => ({
          value: `choice_${at}`,
          label: all.beginning.choice(at),
        }));
      }
    });
  }

  return (
    <>
      <NativeSelect
        label={words.source}
        data={[
          { value: 'here', label: words.here },
          {
            value: 'live',
            label: listing.length > 0 || isLive ? words.live : words.noLive,
            disabled: listing.length === 0 && !isLive,
          },
        ]}
        value={isLive ? 'live' : 'here'}
        error={useOwnFaultText(place)}
        onChange={(event) => choose(event.currentTarget.value === 'live')}
      />
      {isLive ? <LivePart place={`${place}.from`} /> : <ChoiceRows place={`${place}.choices`} />}
    </>
  );
}

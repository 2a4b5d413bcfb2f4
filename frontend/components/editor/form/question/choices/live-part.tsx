import { useSystems } from '../../../steps/hooks/use-systems';
import { useChange } from '../../../store/context';
import type { Place } from '../../../store/place';
import { NativeSelect } from '@mantine/core';
import { useFaultText, usePart } from '../../fields/use-part';
import { setPart } from '../../model/parts';
import { words as all } from '../../words';
import { ListExamples } from './list-examples';

/** A list of a connected system. */
export function LivePart({ place }: { place: Place }) {
  const words = all.choices;
  const change = useChange();
  const { connections, connectorOf } = useSystems();
  const [connection = ''] = usePart<string>(`${place}.connection`);
  const [list = '', writeList] = usePart<string>(`${place}.list`);
  const listing = connections.filter(({ slug }) => (connectorOf(slug)?.lists.length ?? 0) > 0);
  const lists = connectorOf(connection)?.lists ?? [];
  // What is written there is shown, also where it is no longer known.
  const known = (data: { value: string; label: string }[], value: string) =>
    data.some((each) => each.value === value) ? data : [{ value, label: value }, ...data];

  function choose(slug: string) {
    const first = connectorOf(slug)?.lists[0]?.name ?? '';
    change(place, (draft) => setPart(draft, place, { connection: slug, list: first }));
  }

  return (
    <>
      <NativeSelect
        label={words.connection}
        data-place={`${place}.connection`}
        data={known(
          listing.map(({ slug, name }) => ({ value: slug, label: name })),
          connection,
        )}
        value={connection}
        error={useFaultText(`${place}.connection`)}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.list}
        description={words.listHint}
        data-place={`${place}.list`}
        data={known(
          lists.map(({ name, title }) => ({ value: name, label: title })),
          list,
        )}
        value={list}
        error={useFaultText(`${place}.list`)}
        onChange={(event) => writeList(event.currentTarget.value)}
      />
      {connection && list && <ListExamples connection={connection} list={list} />}
    </>
  );
}

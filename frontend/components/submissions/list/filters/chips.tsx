import { Button } from '@mantine/core';
import { tag } from '@/lib/words/languages';
import { SUBMISSION_WORDS, submissionState } from '@/lib/words/catalogues/states/states';
import { exactTime } from '@/lib/words/amounts/time';
import { useChoices, type Choice, type Choices } from '../hooks/use-choices';
import { words } from '../words';
import { narrowed, NONE, type ListFilters } from './filters';
import styles from './filter-bar.module.css';

type Chip = { key: string; text: string; without: Partial<ListFilters> };

type Props = {
  filters: ListFilters;
  onChange: (next: Partial<ListFilters>) => void;
};

/** What is set, each removable. */
export function Chips({ filters, onChange }: Props) {
  return narrowed(filters) ? <Chosen {...{ filters, onChange }} /> : null;
}

function Chosen({ filters, onChange }: Props) {
  const choices = useChoices();
  return (
    <ul className={styles.chips} aria-label={words.filters.set}>
      {chipsOf(filters, choices).map(({ key, text, without }) => (
        <li key={key}>
          <button
            type="button"
            className={styles.chip}
            aria-label={words.filters.remove(text)}
            onClick={() => onChange(without)}
          >
            <span className={styles.chipText} dir="auto">
              {text}
            </span>
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onChange({ ...NONE, sort: filters.sort })}
        >
          {words.filters.clear}
        </Button>
      </li>
    </ul>
  );
}

function chipsOf(filters: ListFilters, choices: Choices): Chip[] {
  const { chip, within, errors } = words.filters;
  const each = <
    Name extends 'status' | 'workflow' | 'source' | 'connection_id' | 'error_kind' | 'assigned_to',
  >(
    name: Name,
    label: string,
    word: (value: ListFilters[Name][number]) => string,
  ): Chip[] =>
    filters[name].map((value) => ({
      key: `${name} ${value}`,
      text: chip(label, word(value)),
      without: { [name]: (filters[name] as string[]).filter((other) => other !== value) },
    }));
  const one = (name: Single, text: string): Chip[] =>
    filters[name] ? [{ key: name, text, without: { [name]: NONE[name] } }] : [];
  const received = words.filters.received;
  return [
    ...one('q', words.filters.search_chip(filters.q)),
    ...each('status', words.filters.state, (value) => SUBMISSION_WORDS[submissionState(value)]),
    ...each('workflow', words.filters.workflow, (value) => labelOf(choices.workflows, value)),
    ...each('connection_id', words.filters.connection, (value) =>
      labelOf(choices.connections, value),
    ),
    ...each('error_kind', words.filters.error, (value) => errors[value] ?? value),
    ...each('assigned_to', words.filters.assigned, (value) => labelOf(choices.members, value)),
    ...one(
      'continued',
      chip(words.filters.continued, filters.continued && words.filters.went[filters.continued]),
    ),
    ...each('source', words.filters.source, (value) => words.sources[value]),
    ...one(
      'accepted_within',
      chip(received, filters.accepted_within ? within[filters.accepted_within] : ''),
    ),
    ...one('accepted_from', chip(received, words.filters.since(exact(filters.accepted_from)))),
    ...one('accepted_before', chip(received, words.filters.until(exact(filters.accepted_before)))),
    ...one('from', chip(received, words.filters.since(filters.from))),
    ...one('to', chip(received, words.filters.until(filters.to))),
  ];
}

type Single =
  'q' | 'continued' | 'accepted_within' | 'accepted_from' | 'accepted_before' | 'from' | 'to';

const exact = (moment: string) => (moment ? exactTime(new Date(moment), tag()) : '');

const labelOf = (choices: Choice[], value: string) =>
  choices.find((choice) => choice.value === value)?.label ?? value;

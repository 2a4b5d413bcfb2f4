import { useState, type KeyboardEvent } from 'react';
import { idOf } from '../answers/names';
import type { Picked } from '../answers/typed';
import type { Question } from '../form';
import { useEnv } from '../questions/env';
import { Listbox } from './listbox';
import { useLiveChoices } from './use-live-choices';

type Props = {
  question: Question;
  name: string;
  text: string;
  disabled: boolean;
  describe: object;
  onType: (text: string) => void;
  onPick: (choice: Picked) => void;
  onLeave: () => void;
};

/** An input with a list below it, as the ARIA practices describe a combobox with a list popup. */
export function Combobox(props: Props) {
  const { question, name, text, disabled, describe, onType, onPick, onLeave } = props;
  const { form, say, scripted } = useEnv();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(false);
  const [active, setActive] = useState(-1);
  // `lines.0.part` is asked for as `lines.part`: the list is the same for every row.
  const path = name.replace(/\.\d+\./, '.');
  const { slug, language, version } = form;
  const asked = { slug, path, language, version };
  const found = useLiveChoices(asked, open ? (typed ? text.trim() : '') : null);
  const { items } = found;
  const list = `${idOf(name)}-list`;
  const suggested = `${idOf(name)}-suggested`;

  function pick(index: number) {
    const item = items[index];
    if (!item) return;
    onPick({ value: item.value, label: item.label });
    close();
  }

  function close() {
    setOpen(false);
    setTyped(false);
    setActive(-1);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!open) return setOpen(true);
      return setActive(Math.min(Math.max(active + step, 0), items.length - 1));
    }
    if (event.key === 'Enter' && open && active >= 0) {
      event.preventDefault();
      pick(active);
    }
    if (event.key === 'Escape' && open) {
      event.preventDefault();
      close();
    }
  }

  return (
    <div className="f-combobox">
      <input
        className="f-input f-select"
        id={idOf(name)}
        name={name}
        type="text"
        {...(scripted
          ? {
              role: 'combobox',
              'aria-expanded': open,
              'aria-controls': list,
              'aria-autocomplete': 'list' as const,
              'aria-activedescendant': open && active >= 0 ? `${list}-${active}` : undefined,
            }
          : { list: suggested })}
        placeholder={question.placeholder || say('question.search')}
        autoComplete="off"
        spellCheck={false}
        aria-required={question.required !== false}
        disabled={disabled}
        value={text}
        onChange={(event) => {
          setTyped(true);
          setOpen(true);
          setActive(-1);
          onType(event.currentTarget.value);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          close();
          onLeave();
        }}
        {...describe}
      />
      {!scripted && (
        <datalist id={suggested}>
          {question.choices?.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </datalist>
      )}
      {open && (
        <Listbox
          id={list}
          label={question.label}
          found={found}
          active={active}
          text={typed ? text.trim() : ''}
          onPick={pick}
        />
      )}
    </div>
  );
}

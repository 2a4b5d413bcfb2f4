import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Menu.css';
import { Button, Menu } from '@mantine/core';
import type { RefObject } from 'react';
import { useSettledShallow } from '../../store/context';
import type { Place } from '../../store/place';
import { FIELDS } from '../model/layout';
import { words } from '../words';
import { pageName } from './question-names';
import type { Questions } from './use-questions';

type Props = {
  scope: Place;
  name: string;
  /** What people call it. */
  called: string;
  part: number;
  latest: RefObject<Questions>;
  onStep: (key: string, name: string, by: -1 | 1) => void;
};

/** What can be done with a question, in words. */
export function QuestionMenu({ scope, name: key, called, part, latest, onStep }: Props) {
  const pages = useSettledShallow((draft) =>
    scope === FIELDS ? (draft.form.pages ?? []).map((_, page) => pageName(draft, page)) : [],
  );
  const menu = words.list.menu;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" size="compact-sm" aria-label={menu.open(called)}>
          <span aria-hidden>⋯</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onStep(key, called, -1)}>{menu.up}</Menu.Item>
        <Menu.Item onClick={() => onStep(key, called, 1)}>{menu.down}</Menu.Item>
        {pages.map((page, at) =>
          at === part ? null : (
            <Menu.Item
              key={at}
              onClick={() => latest.current.move(key, at, Number.MAX_SAFE_INTEGER)}
            >
              {menu.toPage(page)}
            </Menu.Item>
          ),
        )}
        <Menu.Divider />
        <Menu.Item onClick={() => latest.current.duplicate(key)}>{menu.duplicate}</Menu.Item>
        <Menu.Item onClick={() => latest.current.remove(key)}>{menu.remove}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

import type { ComponentProps, ReactNode } from 'react';
import { StateMark } from '@/components/ui/state-mark/state-mark';
import type { Stop } from './stop';

type Props = {
  stop: Stop;
  /** The level of the stops' titles, to follow the heading above the line. */
  headingLevel?: 2 | 3;
  /** Stands for the title where it is more than text, such as a button. */
  name?: ReactNode;
  /** Stands beside the title. */
  aside?: ReactNode;
  /** Of the stop itself, such as what moves it. */
  frame?: Omit<ComponentProps<'li'>, 'className' | 'children'>;
  children?: ReactNode;
};

/** One stop on the line: its mark, its title, its system, and what a route says below. */
export function StopFrame({ stop, headingLevel = 3, name, aside, frame, children }: Props) {
  const Title = `h${headingLevel}` as const;
  return (
    <li {...frame} className="w-stop" data-state={stop.state}>
      <span className="w-stop-rail">
        <StateMark key={stop.state} state={stop.state} />
      </span>
      <div className="w-stop-body">
        <div className="w-stop-head" data-beside={aside ? true : undefined}>
          <Title className="w-stop-title">{name ?? stop.title}</Title>
          {stop.system && <span className="w-stop-system">{stop.system}</span>}
          {aside}
        </div>
        {children}
      </div>
    </li>
  );
}

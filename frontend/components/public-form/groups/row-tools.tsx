import { pressed } from '../plain/wishes';
import { useEnv } from '../questions/env';

type Props = {
  /** Of the row: `lines.0`. */
  path: string;
  row: string;
  disabled: boolean;
  onUp: (() => void) | null;
  onDown: (() => void) | null;
  onRemove: (() => void) | null;
};

const ARROWS = {
  up: 'M10 15V5m-4 4 4-4 4 4',
  down: 'M10 5v10m-4-4 4 4 4-4',
  remove: 'm6 6 8 8m0-8-8 8',
};

/** What can be done with a row. What cannot be done now stays in its place. */
export function RowTools({ path, row, disabled, onUp, onDown, onRemove }: Props) {
  const { say, scripted } = useEnv();
  const tools = [
    { tool: 'up', name: say('rows.up', { row }), act: onUp },
    { tool: 'down', name: say('rows.down', { row }), act: onDown },
    { tool: 'remove', name: say('rows.remove', { row }), act: onRemove },
  ] as const;
  return (
    <div className="f-tools">
      {tools.map(({ tool, name, act }) => (
        <button
          key={tool}
          {...pressed(tool, path, scripted)}
          className="f-tool"
          data-tool={tool}
          aria-label={name}
          title={name}
          disabled={disabled || act === null}
          onClick={scripted ? () => act?.() : undefined}
        >
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d={ARROWS[tool]} fill="none" stroke="currentColor" strokeWidth="1.75" />
          </svg>
        </button>
      ))}
    </div>
  );
}

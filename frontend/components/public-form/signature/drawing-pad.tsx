import { useRef, type PointerEvent } from 'react';
import { useEnv } from '../questions/env';
import { HEIGHT, WIDTH, withPoint, withoutStroke } from './strokes';

type Props = { path: string; disabled: boolean; onDraw: (path: string) => void };

/** A field to draw in with a finger, a pen or a mouse. Whoever cannot has typed the name above. */
export function DrawingPad({ path, disabled, onDraw }: Props) {
  const { say } = useEnv();
  const drawing = useRef(false);
  const latest = useRef(path);

  function draw(event: PointerEvent<SVGSVGElement>, begins: boolean) {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WIDTH;
    const y = ((event.clientY - box.top) / box.height) * HEIGHT;
    // Several points may come before the next drawing.
    latest.current = withPoint(begins ? path : latest.current, { x, y }, begins);
    onDraw(latest.current);
  }

  return (
    <div className="f-pad">
      <svg
        role="img"
        aria-label={path ? say('signature.drawn') : say('signature.area')}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        data-disabled={disabled || undefined}
        onPointerDown={(event) => {
          if (disabled || event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          drawing.current = true;
          draw(event, true);
        }}
        onPointerMove={(event) => {
          if (drawing.current) draw(event, false);
        }}
        onPointerUp={() => {
          drawing.current = false;
        }}
        onPointerCancel={() => {
          drawing.current = false;
        }}
      >
        <path className="f-rule" d={`M24 ${HEIGHT - 36}H${WIDTH - 24}`} />
        <path className="f-ink" d={path} />
      </svg>
      {path !== '' && (
        <div className="f-links">
          <button
            type="button"
            className="f-link"
            disabled={disabled}
            onClick={() => onDraw(withoutStroke(path))}
          >
            {say('signature.undo')}
          </button>
          <button type="button" className="f-link" disabled={disabled} onClick={() => onDraw('')}>
            {say('signature.clear')}
          </button>
        </div>
      )}
    </div>
  );
}

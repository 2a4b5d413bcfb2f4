import { frameFor } from './frames';
import type { Place } from './place';

/** Opens the form over the page. Escape and the button close it; what was typed stays. */
export function popupFor(place: Place): () => void {
  let dialog: HTMLDialogElement | undefined;
  return () => {
    dialog ??= build(place);
    if (!dialog.open) dialog.showModal();
  };
}

function build(place: Place): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-label', place.title);
  Object.assign(dialog.style, {
    boxSizing: 'border-box',
    width: 'min(46rem, 100vw)',
    maxWidth: '100vw',
    maxHeight: '100dvh',
    padding: '0',
    border: '0',
    overflow: 'auto',
  });
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '×';
  close.setAttribute('aria-label', place.words.close);
  Object.assign(close.style, {
    position: 'sticky',
    top: '0',
    float: 'inline-end',
    width: '2.75rem',
    height: '2.75rem',
    border: '0',
    background: 'Canvas',
    color: 'CanvasText',
    font: '1.5rem/1 system-ui, sans-serif',
    cursor: 'pointer',
  });
  close.addEventListener('click', () => dialog.close());
  dialog.append(close, frameFor(place));
  document.body.append(dialog);
  return dialog;
}

import { useEffect, useRef } from 'react';

/** Ctrl-Z and Ctrl-Shift-Z (or Ctrl-Y), everywhere in the editor, text fields included. */
export function useDocumentKeys(undo: () => void, redo: () => void): void {
  const known = useRef({ undo, redo });
  useEffect(() => {
    known.current = { undo, redo };
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const wanted = actionOf(event);
      // A text editor of its own has its own history.
      const isOwn = event.target instanceof Element && event.target.closest('.cm-editor, dialog');
      if (!wanted || isOwn) return;
      event.preventDefault();
      known.current[wanted]();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function actionOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) {
  if (altKey || !(ctrlKey || metaKey)) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' ? 'redo' : null;
}

import { createRoot } from 'react-dom/client';
import { REHEARSAL_ID } from '../island-ids';
import { answerFromEditor } from './asking';
import { Rehearsal } from './rehearsal';

const root = document.getElementById(REHEARSAL_ID);
if (root && window.parent !== window) {
  answerFromEditor();
  createRoot(root).render(<Rehearsal />);
}

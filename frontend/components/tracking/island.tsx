import { hydrateRoot } from 'react-dom/client';
import { PROPS_ID, ROOT_ID } from './island-ids';
import { Tracking, type Start } from './tracking';

function begin(): void {
  const root = document.getElementById(ROOT_ID);
  const props = document.getElementById(PROPS_ID)?.textContent;
  if (root && props) hydrateRoot(root, <Tracking {...(JSON.parse(props) as Start)} />);
}

// A task of its own: reading the script and drawing the page are long enough each.
setTimeout(begin);

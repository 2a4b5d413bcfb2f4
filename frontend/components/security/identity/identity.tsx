import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { IdentityNeeded, type Flow } from '@/lib/http/account/allauth';
import { IdentityForm } from './identity-form';
import { words } from '../words';
import section from '../parts/section.module.css';
import styles from './identity.module.css';

type Run = <Output>(action: () => Promise<Output>) => Promise<Output>;
type Wait = { flows: Flow[]; goOn: () => void; giveUp: (reason: Error) => void };

const Context = createContext<Run>((action) => action());

/** Runs an action; where it needs that, the person first shows again who they are. */
export const useIdentity = () => useContext(Context);

/** Why an action was not done: the person closed the dialog. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

/** Asks, in a dialog, that somebody shows again who they are, whenever an action needs it. */
export function IdentityGate({ children }: { children: ReactNode }) {
  const [wait, setWait] = useState<Wait | null>(null);
  const run = useCallback<Run>(async (action) => {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof IdentityNeeded)) throw error;
      await new Promise<void>((goOn, giveUp) => setWait({ flows: error.flows, goOn, giveUp }));
      return await action();
    }
  }, []);
  return (
    <Context.Provider value={run}>
      {children}
      {wait && (
        <IdentityDialog
          flows={wait.flows}
          onShown={() => {
            setWait(null);
            wait.goOn();
          }}
          onClose={() => {
            setWait(null);
            wait.giveUp(new GivenUp('Not done.'));
          }}
        />
      )}
    </Context.Provider>
  );
}

type Props = { flows: Flow[]; onShown: () => void; onClose: () => void };

function IdentityDialog({ flows, onShown, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="identity" onClose={onClose}>
      <h2 id="identity">{words.identity.title}</h2>
      <p className={section.hint}>{words.identity.hint}</p>
      <IdentityForm flows={flows} onShown={onShown} onClose={onClose} />
    </dialog>
  );
}

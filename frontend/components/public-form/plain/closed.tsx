import type { Say } from '../words';

/**
 * Said in a frame that hides its origin, where the script of framed pages shows it. The address can
 * be read, because such a frame may not open windows either.
 */
export function Closed({ address, say }: { address: string; say: Say }) {
  return (
    <div className="f-summary" role="alert" data-closed hidden>
      <p>{say('script.closed', { address })}</p>
      <p>
        <a href={address} target="_blank" rel="noopener">
          {say('script.open_alone')}
        </a>
      </p>
    </div>
  );
}

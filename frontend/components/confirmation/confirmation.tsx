import type { ConfirmationOut } from '@/lib/api/model';

/** Answers that wait to be sent, and the button that sends them: following the link alone does not. */
export function Confirmation({ waiting }: { waiting: ConfirmationOut }) {
  const { title, organization, text, send } = waiting;
  return (
    <div className="f-page-frame">
      <header className="f-header">
        <p className="f-organization">{organization.name}</p>
      </header>
      <main className="f-column">
        <form method="post" className="f-sheet f-part">
          <h1>{title}</h1>
          <p className="f-text">{text}</p>
          <div className="f-actions">
            <button type="submit" className="f-button f-primary">
              {send}
            </button>
          </div>
        </form>
      </main>
    </div>
  );
}

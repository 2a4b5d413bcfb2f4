/** Why nothing is sent from here, in the API's own words. */
export function Refused({ detail }: { detail: string }) {
  return (
    <div className="f-page-frame">
      <main className="f-column">
        <h1>{detail}</h1>
      </main>
    </div>
  );
}

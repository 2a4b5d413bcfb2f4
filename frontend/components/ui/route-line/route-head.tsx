import styles from './route-head.module.css';

/** Above the stops of a route: what it is, and how it goes on. */
export function RouteHead({ title, lead }: { title: string; lead: string }) {
  return (
    <div className={styles.head}>
      <h2>{title}</h2>
      <p>{lead}</p>
    </div>
  );
}

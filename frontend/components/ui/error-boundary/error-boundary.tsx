import { Button } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { reportError } from '@/lib/config/reporting/telemetry';
import { words } from '../words';
import styles from './error-boundary.module.css';

type Props = { children: ReactNode };

/** Keeps a failure in one page from leaving a blank screen, and reports it. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    reportError(error, { componentStack: info.componentStack ?? '' });
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className={styles.page} role="alert">
        <h1>{words.stopped.title}</h1>
        <p>{words.stopped.text}</p>
        <Button onClick={() => window.location.reload()}>{words.stopped.again}</Button>
      </main>
    );
  }
}

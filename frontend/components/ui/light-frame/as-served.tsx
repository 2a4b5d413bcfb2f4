import { Component, type ReactNode } from 'react';
import { AWAKE } from '@/lib/early/keep';
import { reportError } from '@/lib/config/reporting/telemetry';

type Props = {
  /** What the server drew: complete, and of use without any script. */
  html: string;
  children: ReactNode;
};

/** Where a light page's script fails, the page goes back to what was served, and works on as that. */
export class AsServed extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidMount(): void {
    document.documentElement.setAttribute(AWAKE, '');
  }

  override componentDidCatch(error: Error): void {
    reportError(error);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <div dangerouslySetInnerHTML={{ __html: this.props.html }} />;
  }
}

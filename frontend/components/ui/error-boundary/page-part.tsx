import { useQueryClient } from '@tanstack/react-query';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { reportError } from '@/lib/config/reporting/telemetry';
import { ApiError } from '@/lib/http/api-error';
import { lastRequestId } from '@/lib/http/last-request';
import { StoppedNotice } from './stopped-notice';

type Props = {
  /** The part's name as people know it, for example "Members". */
  what: string;
  children: ReactNode;
};

/** One part of a page: where it fails, the others stay, and this one can be tried again. */
export function PagePart({ what, children }: Props) {
  const client = useQueryClient();
  return (
    <Boundary what={what} refresh={() => client.invalidateQueries()}>
      {children}
    </Boundary>
  );
}

type Failed = { failed: boolean; requestId: string | null };

class Boundary extends Component<Props & { refresh: () => Promise<void> }, Failed> {
  override state: Failed = { failed: false, requestId: null };

  static getDerivedStateFromError(error: unknown): Failed {
    const own = error instanceof ApiError ? error.requestId : null;
    return { failed: true, requestId: own ?? lastRequestId() };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    const { requestId } = this.state;
    reportError(error, {
      componentStack: info.componentStack ?? '',
      ...(requestId ? { request_id: requestId } : {}),
    });
  }

  /** With new data, because what could not be drawn before cannot be drawn again. */
  readonly again = async () => {
    await this.props.refresh().catch(() => undefined);
    this.setState({ failed: false });
  };

  override render(): ReactNode {
    const { failed, requestId } = this.state;
    if (!failed) return this.props.children;
    return (
      <StoppedNotice
        what={this.props.what}
        requestId={requestId}
        onRetry={() => void this.again()}
      />
    );
  }
}

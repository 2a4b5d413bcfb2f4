import { useEffect, useRef } from 'react';
import { ApiError } from '@/lib/http/api-error';
import { words } from '../words';

/** Why a step failed. Takes the focus, so that it is read out and the keyboard is near the fields. */
export function Refusal({ error, wrong }: { error: Error; wrong: string }) {
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => box.current?.focus(), [error]);
  return (
    <p ref={box} className="sign-in-refusal" role="alert" tabIndex={-1}>
      {reason(error, wrong)}
    </p>
  );
}

function reason(error: Error, wrong: string): string {
  if (!(error instanceof ApiError)) return words.refusal.noPasskey;
  if (error.status === 429 || error.problem.code === 'too_many_login_attempts')
    return words.refusal.tooMany;
  if (error.status === 400 || error.status === 401) return wrong;
  return error.problem.detail;
}

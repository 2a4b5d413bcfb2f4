import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Where this Waybill is, as its visitors reach it; empty until a browser knows. */
export const useOrigin = () =>
  useSyncExternalStore(
    never,
    () => window.location.origin,
    () => '',
  );

import { Button } from '@/components/ui/button/button';
import { useSignInConfig } from '@/lib/hooks/person/use-session';
import { useProviderSignIn } from '../hooks/use-steps';
import { Refusal } from '../parts/refusal';
import { words } from '../words';

/** A button for each provider that this Waybill is configured for; none, when there is none. */
export function Providers({ next }: { next: string }) {
  const config = useSignInConfig();
  const leave = useProviderSignIn(next);
  return (
    <>
      {config.data?.providers.map(({ id, name }) => (
        <Button
          key={id}
          quiet
          loading={leave.isPending && leave.variables === id}
          onClick={() => leave.mutate(id)}
        >
          {words.providers.goOn(name)}
        </Button>
      ))}
      {leave.error && <Refusal error={leave.error} wrong={words.providers.silent} />}
    </>
  );
}

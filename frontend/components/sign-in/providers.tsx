import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useSignInConfig } from '@/lib/hooks/use-session';
import { providerAddress } from '@/lib/http/session';
import { Refusal } from './refusal';

/** A button for each provider that this Waybill is configured for; none, when there is none. */
export function Providers({ next }: { next: string }) {
  const config = useSignInConfig();
  const leave = useMutation<string, Error, string>({
    mutationFn: (provider) => providerAddress(provider, 'login', next),
    onSuccess: (address) => window.location.assign(address),
  });
  return (
    <>
      {config.data?.providers.map(({ id, name }) => (
        <Button
          key={id}
          variant="default"
          loading={leave.isPending && leave.variables === id}
          onClick={() => leave.mutate(id)}
        >
          {`Continue with ${name}`}
        </Button>
      ))}
      {leave.error && (
        <Refusal error={leave.error} wrong="This provider does not answer. Try another way." />
      )}
    </>
  );
}

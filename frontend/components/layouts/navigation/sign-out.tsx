import { Button } from '@mantine/core';
import { useRouter } from 'next/router';
import { useSignOut } from '@/lib/hooks/person/use-session';
import { words } from '../words';

export function SignOut() {
  const router = useRouter();
  const signOut = useSignOut();
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={signOut.isPending}
      onClick={() => signOut.mutate(undefined, { onSuccess: () => void router.push('/sign-in') })}
    >
      {words.signOut}
    </Button>
  );
}

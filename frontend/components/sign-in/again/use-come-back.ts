import { useMutation } from '@tanstack/react-query';
import { readSignedIn, workFor } from '@/lib/http/account/session';

type Options = { email: string; organization: string; onBack: () => void };

/** `other`: somebody else signed in. `nobody`: the session has not begun yet. */
type Found = { other?: string; nobody?: true };

/** Looks who is signed in now; the same person goes on for the same organization. */
export function useComeBack({ email, organization, onBack }: Options) {
  return useMutation<Found, Error>({
    mutationFn: async () => {
      const signedIn = await readSignedIn();
      if (signedIn === null) return { nobody: true };
      if (signedIn.toLowerCase() !== email.toLowerCase()) return { other: signedIn };
      await workFor(organization);
      return {};
    },
    onSuccess: (found) => {
      if (!found.other && !found.nobody) onBack();
    },
  });
}

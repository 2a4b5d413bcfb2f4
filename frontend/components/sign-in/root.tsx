import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { SignIn } from './sign-in';

type Props = {
  client: QueryClient;
  /** The query of the address; null in the HTML that is served, where nothing can be sent yet. */
  search: string | null;
  leave: (path: string) => void;
};

/** The sign-in with all that it needs around it: what is served, and what its script takes over. */
export function SignInRoot({ client, ...rest }: Props) {
  return (
    <QueryClientProvider client={client}>
      <SignIn {...rest} />
    </QueryClientProvider>
  );
}

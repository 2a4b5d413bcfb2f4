import { PublicLayout } from '@/components/layouts/public-layout';
import { SignIn } from '@/components/sign-in/sign-in';
import { words } from '@/lib/words/pages';

export default function SignInPage() {
  return (
    <PublicLayout title={words.signIn}>
      <SignIn />
    </PublicLayout>
  );
}

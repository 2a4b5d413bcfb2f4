import { PublicLayout } from '@/components/layouts/public-layout';
import { SignIn } from '@/components/sign-in/sign-in';

export default function SignInPage() {
  return (
    <PublicLayout title="Sign in · Waybill">
      <SignIn />
    </PublicLayout>
  );
}

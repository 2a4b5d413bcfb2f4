import { PublicLayout } from '@/components/layouts/public-layout';
import { SignUp } from '@/components/sign-in/sign-up/sign-up';

export default function SignUpPage() {
  return (
    <PublicLayout title="Sign up · Waybill">
      <SignUp />
    </PublicLayout>
  );
}

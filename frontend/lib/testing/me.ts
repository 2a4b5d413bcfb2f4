import type { MeOut, Permission, Role } from '@/lib/api/model';

const organization = {
  id: '0193a3f0-7c3e-7d10-8f00-0000000000a1',
  name: 'Nordwind',
  slug: 'nordwind',
};
const MANAGING: Permission[] = [
  'members:read',
  'members:manage',
  'organization:read',
  'organization:manage',
];

/** The signed-in person of a test, with the permissions that pages ask for. */
export function meAs(role: Role, changes: Partial<MeOut> = {}): MeOut {
  const permissions: Permission[] =
    role === 'owner'
      ? [...MANAGING, 'organization:transfer']
      : role === 'admin'
        ? MANAGING
        : ['members:read', 'organization:read'];
  return {
    kind: 'person',
    id: '0193a3f0-7c3e-7d10-8f00-0000000000f1',
    email: 'olga@nordwind.example',
    name: 'Olga Berg',
    organization,
    role,
    permissions,
    memberships: [{ organization, role }],
    language: null,
    time_zone: null,
    ...changes,
  };
}

import { useMe } from '@/lib/hooks/person/use-me';

/** Whether the signed-in person may change workflows. False until that is known. */
export const useMayManage = () => useMe().data?.permissions.includes('workflows:manage') ?? false;

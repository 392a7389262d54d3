import type { AppError } from '../../contract/errors.ts';
import { notify } from './notices.ts';
import { useReplicaStore } from './replica.ts';

/** Says why something was refused, unless what stands over the screens says so already. */
export function tellRefusal({ message }: AppError): void {
  const health = useReplicaStore.getState().replica?.health;
  const isSaid = health?.state === 'suspended' && health.error.message === message;
  if (!isSaid) notify('error', message);
}

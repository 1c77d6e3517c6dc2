import type { Portal } from '#contracts/roles.ts';
import { mayOpen, screenAt } from './paths.ts';
import { useSessionQuery } from './session.ts';

/** Modules name a record's page with or without its portal (/alarms/…, /desk/alarms/…); null where none fits. */
export function useRecordPath(portal: Portal = 'desk'): (path: string | null) => string | null {
  const role = useSessionQuery().data?.currentPost.role ?? null;
  return path => {
    if (path === null) return null;
    const candidates = [path, `/${portal}${path}`, `/desk${path}`];
    return (
      candidates.find(candidate => {
        const screen = screenAt(candidate.split('?')[0] ?? '');
        return screen !== undefined && mayOpen(screen.roles, role);
      }) ?? null
    );
  };
}

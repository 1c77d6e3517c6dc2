import { useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { ROLE_LABELS } from '#contracts/roles.ts';
import { mayOpen } from '../paths.ts';
import type { Screen } from '../screen.ts';
import { SessionContext, useSessionQuery, useSite } from '../session.ts';
import { LinkButton } from '../ui/button.tsx';
import { PageHeader, ScreenTitle } from '../ui/page-header.tsx';
import { EmptyState, ErrorState, Skeleton } from '../ui/states.tsx';

/**
 * Stands before every page: asks for a login, or says why this post may not open it and who may. A page begins when the
 * business date is known: a form that began without it would keep an empty day.
 */
export function Guard({ roles, title }: { roles: Screen['roles']; title: string }) {
  const session = useSessionQuery();
  const site = useSite();
  const location = useLocation();
  useEffect(() => {
    document.title = `${title} · 颐年`;
  }, [title]);
  const page = (
    <ScreenTitle value={title}>
      <Outlet />
    </ScreenTitle>
  );
  if (roles === 'anyone') return site.isPending ? <Waiting /> : page;
  if (session.error) {
    return (
      <div className="lone">
        <ErrorState error={session.error} retry={() => void session.refetch()} />
      </div>
    );
  }
  if (session.isPending || site.isPending) return <Waiting />;
  if (!session.data)
    return <Navigate to={`/login?next=${encodeURIComponent(location.pathname + location.search)}`} replace />;
  const { role, areaName } = session.data.currentPost;
  if (!mayOpen(roles, role)) {
    return (
      <div className="lone">
        <PageHeader title={title} />
        <NoAccess mine={`${areaName}${ROLE_LABELS[role]}`} roles={roles === 'everyone' ? [] : roles} />
      </div>
    );
  }
  return <SessionContext value={session.data}>{page}</SessionContext>;
}

function Waiting() {
  return (
    <div className="lone">
      <Skeleton />
    </div>
  );
}

function NoAccess({ mine, roles }: { mine: string; roles: Exclude<Screen['roles'], string> }) {
  return (
    <EmptyState title="您现在的岗位打不开这一页" acts={<LinkButton to="/desk">回到今天要办的</LinkButton>}>
      现在的岗位是{mine}。这一页由{roles.map(role => ROLE_LABELS[role]).join('、')}
      办理。您若有这样的岗位，请先换岗位；没有而又要用，请向本单位管理员申请。
    </EmptyState>
  );
}

import { useSyncExternalStore } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { logout } from '#contracts/accounts.ts';
import { useWrite } from '../../api.ts';
import { navOf } from '../../paths.ts';
import { useSessionQuery, useSite } from '../../session.ts';
import { Slot } from '../../slot.tsx';
import { Icon } from '../../ui/icon.tsx';
import './field.css';

const watchNetwork = (changed: () => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

export const useOnline = (): boolean => useSyncExternalStore(watchNetwork, () => navigator.onLine);

/** One hand, one bottom action, a day without network. */
export default function FieldFrame() {
  const online = useOnline();
  const site = useSite();
  const session = useSessionQuery().data ?? null;
  const { pathname } = useLocation();
  const leave = useWrite(logout);
  const tabs = navOf('field', session?.currentPost.role ?? null);
  return (
    <div className="field">
      <div className={online ? 'net on' : 'net'} role="status">
        <span>
          <Icon name={online ? 'online' : 'offline'} small />
          {online ? '网络正常' : '没有网络，照常记录'}
        </span>
        {site.data?.demoData && <em>演示数据</em>}
      </div>
      {session && tabs.length > 1 && (
        <nav className="field-tabs" aria-label="主导航">
          {tabs.map(screen => (
            <NavLink key={screen.path} to={screen.path} end>
              {screen.nav}
            </NavLink>
          ))}
        </nav>
      )}
      <main id="main" tabIndex={-1}>
        {pathname !== '/field' && (
          <Link className="field-back" to="/field">
            <Icon name="left" small />
            今天
          </Link>
        )}
        <Outlet />
        {session && pathname === '/field' && (
          <p className="field-account">
            {session.name}
            <button
              type="button"
              className="link"
              onClick={() => leave.mutate({}, { onSuccess: () => window.location.assign('/login') })}
            >
              退出登录
            </button>
          </p>
        )}
      </main>
      {pathname === '/field' && <Slot name="field.action" />}
    </div>
  );
}

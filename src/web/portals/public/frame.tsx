import { Link, NavLink, Outlet } from 'react-router';
import { ROLE_PORTALS } from '#contracts/roles.ts';
import { navOf } from '../../paths.ts';
import { useSessionQuery, useSite } from '../../session.ts';
import { Icon, Mark } from '../../ui/icon.tsx';
import { DemoMark } from '../../ui/marks.tsx';
import { HOMES } from '../homes.ts';
import './public.css';

/** Open to anyone; the phone number, the counter and someone who does it for you never scroll away. */
export default function PublicFrame() {
  const session = useSessionQuery().data ?? null;
  const screens = navOf('public', session?.currentPost.role ?? null);
  return (
    <div className="pub">
      <header className="pub-head">
        <div className="pub-in">
          <Link className="brand" to="/">
            <Mark />
            颐年
            <em>北京养老服务</em>
          </Link>
          <nav aria-label="主导航">
            {screens.map(screen => (
              <NavLink key={screen.path} to={screen.path} end>
                {screen.nav}
              </NavLink>
            ))}
          </nav>
          <div className="pub-right">
            <a className="tel" href="tel:12345">
              <Icon name="phone" />
              <span>不会上网，打</span>
              <b>12345</b>
            </a>
            <Link to={session ? HOMES[ROLE_PORTALS[session.currentPost.role]] : '/login'}>
              {session ? session.name : '登录'}
            </Link>
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <HelpStrip />
    </div>
  );
}

function HelpStrip() {
  const site = useSite();
  return (
    <>
      <footer className="help-strip">
        <div>
          <b>这些事不上网也能办</b>
          <span>
            <Icon name="phone" small />
            打12345，24小时有人接
          </span>
          <span>
            <Icon name="home" small />
            到街道（乡镇）便民服务窗口
          </span>
          <span>
            <Icon name="person" small />
            请社区工作者代办，全程留痕
          </span>
          {site.data?.demoData && <DemoMark />}
        </div>
      </footer>
      <footer className="phone-help">
        <a href="tel:12345">
          <Icon name="phone" />
          <span>
            打电话找<b>12345</b>
          </span>
        </a>
        <div>
          <Icon name="home" />
          <span>
            到窗口办<b>街道（乡镇）</b>
          </span>
        </div>
      </footer>
    </>
  );
}

import { useEffect, useRef, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { holdsPersonNumber } from '#shared/person-number.ts';
import { SCREENS } from '../../paths.ts';
import { useSessionQuery, useSite } from '../../session.ts';
import { Slot } from '../../slot.tsx';
import { Icon } from '../../ui/icon.tsx';
import { DemoMark } from '../../ui/marks.tsx';
import { dateWords } from '../../ui/words.ts';
import { DeskNav } from './nav.tsx';
import './desk.css';

const SEARCH_PATH = '/desk/search';

/** The officials' and organisations' workplace: navigation by job, search, the day, the page. */
export default function DeskFrame() {
  const session = useSessionQuery();
  const { pathname } = useLocation();
  const [menu, setMenu] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the phone's menu
  useEffect(() => setMenu(false), [pathname]);
  if (!session.data) {
    return (
      <main id="main">
        <Outlet />
      </main>
    );
  }
  return (
    <div className={menu ? 'desk menu-open' : 'desk'}>
      <DeskNav session={session.data} />
      <div className="desk-page">
        <header className="desk-top">
          <button type="button" className="btn sm menu-button" aria-expanded={menu} onClick={() => setMenu(!menu)}>
            {menu ? '收起菜单' : '菜单'}
          </button>
          {SCREENS.some(screen => screen.path === SEARCH_PATH) && <GlobalSearch />}
          <Slot name="desk.top" />
          <DayMark />
        </header>
        <main id="main" className="desk-main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}

function DayMark() {
  const site = useSite();
  if (!site.data?.demoData) return null;
  return (
    <span className="day-mark">
      <DemoMark date={`业务日期${dateWords(site.data.businessDate)}`} />
    </span>
  );
}

/** `/` puts the cursor here from anywhere. */
function GlobalSearch() {
  const box = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog');
      if (event.key !== '/' || typing) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <search className="find">
      <form
        onSubmit={event => {
          event.preventDefault();
          const q = box.current?.value.trim();
          // A phone or an identity number stays out of the address, the history and every log.
          if (q && holdsPersonNumber(q)) void navigate(SEARCH_PATH, { state: { q } });
          else if (q) void navigate(`${SEARCH_PATH}?q=${encodeURIComponent(q)}`);
        }}
      >
        <Icon name="search" small />
        <input
          ref={box}
          type="search"
          name="q"
          aria-label="找人、找单、找文件"
          placeholder="姓名、证件后四位、电话、地址或单号"
        />
        <span className="kbd" aria-hidden="true">
          /
        </span>
      </form>
    </search>
  );
}

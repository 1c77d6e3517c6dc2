import { Link, Outlet, useLocation } from 'react-router';
import { useSite } from '../../session.ts';
import { Slot } from '../../slot.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ReadAloud } from '../../ui/read-aloud.tsx';
import { dateWords, weekdayWords } from '../../ui/words.ts';
import './elder.css';

/** 24 px and up, two actions a screen, 一键呼 always in reach, nothing pops up or times out. */
export default function ElderFrame() {
  const site = useSite();
  const { pathname } = useLocation();
  const day = site.data ? `${dateWords(site.data.businessDate)}，${weekdayWords(site.data.businessDate)}` : '';
  return (
    <div className="elder">
      <header className="elder-head">
        <div>
          <p>{day}</p>
          {pathname !== '/elder' && (
            <Link className="elder-back" to="/elder">
              <Icon name="left" />
              回到今天
            </Link>
          )}
        </div>
        <ReadAloud />
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
        {site.data?.demoData && <p className="elder-demo">演示数据</p>}
      </main>
      <footer className="elder-foot">
        <Slot
          name="elder.call"
          empty={
            <a className="call" href="tel:12345">
              <Icon name="phone" />
              <span>
                一键呼<small>打12345，有人接</small>
              </span>
            </a>
          }
        />
      </footer>
    </div>
  );
}

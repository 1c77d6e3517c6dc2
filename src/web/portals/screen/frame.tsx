import { useEffect, useState } from 'react';
import { Outlet } from 'react-router';
import { useSessionQuery, useSite } from '../../session.ts';
import { Mark } from '../../ui/icon.tsx';
import { clockWords, dateWords, weekdayWords } from '../../ui/words.ts';
import './screen.css';

/** The command wall, 1920×1080: dark, no names, nothing moves without meaning. */
export default function ScreenFrame() {
  const site = useSite();
  const session = useSessionQuery().data ?? null;
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="wall">
      <header>
        <div className="wall-name">
          <Mark ground="var(--wall-pine)" leaf="var(--wall-ground)" />
          <h1>{session?.currentPost.areaName}养老服务运行情况</h1>
          {site.data?.demoData && <span className="demo">演示数据</span>}
        </div>
        <div className="wall-clock">
          {site.data && (
            <span>
              {dateWords(site.data.businessDate)} {weekdayWords(site.data.businessDate)}
            </span>
          )}
          <b>{clockWords(now)}</b>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

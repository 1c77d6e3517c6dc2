import { Link, Outlet, useLocation } from 'react-router';
import { useSite } from '../../session.ts';
import { Slot } from '../../slot.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ReadAloud } from '../../ui/read-aloud.tsx';
import { type ErrorWords, Refusal } from '../../ui/states.tsx';
import { dateWords, weekdayWords } from '../../ui/words.ts';
import './elder.css';

/** To the family, in place of what the elder has not agreed to: what to ask for, of whom, and the telephone. */
const askTheElder = ({ code, message, doNext }: ErrorWords) =>
  code === 'consents.family-withheld' ? (
    <section>
      <h2>老人还没有同意给您看</h2>
      <p>{message}。</p>
      <p className="elder-note">{doNext}。</p>
      <p>
        <Link className="elder-row" to="/elder/consents">
          <b>看看要请老人同意哪几件事</b>
          <Icon name="right" />
        </Link>
      </p>
      <p className="elder-note">老人不方便上网的，打12345，请社区上门问他。</p>
    </section>
  ) : null;

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
        <Refusal value={askTheElder}>
          <Outlet />
        </Refusal>
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

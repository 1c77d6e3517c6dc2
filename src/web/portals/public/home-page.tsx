import { Link } from 'react-router';
import { navOf } from '../../paths.ts';
import { Slot } from '../../slot.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Three taps to any institution, service, benefit or policy; features bring search, list and map. */
export default function PublicHomePage() {
  const doors = navOf('public', null).filter(screen => screen.path !== '/');
  return (
    <>
      <section className="hero">
        <div className="pub-in">
          <h1>在家附近找养老服务</h1>
          <p className="lead">不用登录，不留姓名。不方便上网，打12345或到街道（乡镇）便民服务窗口，一样能办。</p>
          <Slot name="public.home.search" />
          <Slot name="public.home.aside" />
        </div>
      </section>
      <div className="pub-in pub-body">
        <Slot
          name="public.home.main"
          empty={
            <ul className="doors">
              {doors.map(screen => (
                <li key={screen.path}>
                  <Link to={screen.path}>
                    <Icon name="right" />
                    <b>{screen.title}</b>
                  </Link>
                </li>
              ))}
              <li>
                <a href="tel:12345">
                  <Icon name="phone" />
                  <div>
                    <b>打市民热线12345</b>
                    <span>24小时有人接，问服务、问待遇、找机构都可以</span>
                  </div>
                  <Icon name="arrow" small />
                </a>
              </li>
              <li>
                <div>
                  <Icon name="home" />
                  <div>
                    <b>到街道（乡镇）便民服务窗口</b>
                    <span>带上老人的身份证，有人当面帮您办</span>
                  </div>
                </div>
              </li>
            </ul>
          }
        />
      </div>
    </>
  );
}

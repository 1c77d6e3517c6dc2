import { Link } from 'react-router';
import { navOf } from '../../paths.ts';
import { useSession } from '../../session.ts';
import { Slot } from '../../slot.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Due today, what I am entitled to, what the family did for me. */
export default function ElderHomePage() {
  const { name, currentPost } = useSession();
  const doors = navOf('elder', currentPost.role).filter(screen => screen.path !== '/elder');
  return (
    <>
      <h1>{name}，您好</h1>
      <Slot
        name="elder.home"
        empty={
          <section>
            <h2>今天没有安排</h2>
            <p className="elder-note">有人上门、送餐或有事要您点头，会写在这里。</p>
          </section>
        }
      />
      {doors.map(screen => (
        <Link key={screen.path} className="elder-row" to={screen.path}>
          <b>{screen.nav}</b>
          <Icon name="right" />
        </Link>
      ))}
    </>
  );
}

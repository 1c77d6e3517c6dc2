import { Fragment } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { logout, type Session, switchPost } from '#contracts/accounts.ts';
import { ROLE_LABELS, ROLE_PORTALS } from '#contracts/roles.ts';
import { countWork } from '#contracts/work.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { navOfJob, screenAt } from '../../paths.ts';
import { JOBS, type Job } from '../../screen.ts';
import { Icon, Mark } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Note } from '../../ui/states.tsx';
import { HOMES } from '../homes.ts';
import { JOB_VIEWS } from './jobs.ts';

/** Left navigation: the post, the jobs this role has screens for, and who is logged in. */
export function DeskNav({ session }: { session: Session }) {
  return (
    <nav className="nav" aria-label="按事办理">
      <Link className="brand" to="/desk">
        <Mark />
        颐年
      </Link>
      <PostMenu session={session} />
      <Jobs session={session} />
      <div className="foot">
        <a href="tel:12345">市民热线12345</a>
        <AccountMenu session={session} />
      </div>
    </nav>
  );
}

function Jobs({ session }: { session: Session }) {
  const { pathname } = useLocation();
  const role = session.currentPost.role;
  const open = screenAt(pathname);
  const owed = useOwed(role !== 'administrator');
  const jobs = JOBS.filter(job => navOfJob(job, role).length > 0);
  return (
    <ul>
      {jobs.map((job, index) => {
        const screens = navOfJob(job, role);
        const on = open?.job === job;
        const before = jobs[index - 1];
        const view = JOB_VIEWS[job];
        return (
          <Fragment key={job}>
            {before && JOB_VIEWS[before].group !== view.group && <li className="sep" aria-hidden="true" />}
            <li>
              <Link
                to={screens[0]?.path ?? '/desk'}
                className={on ? 'on' : undefined}
                aria-current={on && screens[0]?.path === pathname ? 'page' : on ? 'true' : undefined}
              >
                <Icon name={view.icon} />
                {view.label}
                <Badge {...owed(job)} />
              </Link>
              {on && screens.length > 1 && (
                <ul className="sub">
                  {screens.map(screen => (
                    <li key={screen.path}>
                      <Link to={screen.path} aria-current={screen.path === pathname ? 'page' : undefined}>
                        {screen.nav}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          </Fragment>
        );
      })}
    </ul>
  );
}

type Owed = { count: number; overdue: number };

/** What this post owes, by job; 今天 counts only what is overdue. */
function useOwed(asks: boolean): (job: Job) => Owed {
  const { data } = useQueryOf(countWork, {}, { enabled: asks, refreshEveryMs: 60_000 });
  return job => {
    if (job === 'today') return { count: data?.overdue ?? 0, overdue: data?.overdue ?? 0 };
    return data?.rows.find(row => row.job === job) ?? { count: 0, overdue: 0 };
  };
}

function Badge({ count, overdue }: Owed) {
  if (count === 0) return null;
  const words = overdue > 0 ? `${count}件要办，${overdue}件已超期` : `${count}件要办`;
  return (
    <span className={overdue > 0 ? 'n over' : 'n'}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

const postWords = (post: Session['currentPost']): string => post.organisationName ?? post.areaName;

/** 清源街道办事处 · 养老专干: the unit already stands on top of the navigation. */
const ownTitle = (post: Session['currentPost']): string =>
  post.title.split('·').at(-1)?.trim() || ROLE_LABELS[post.role];

function PostMenu({ session }: { session: Session }) {
  const change = useWrite(switchPost);
  const navigate = useNavigate();
  const scope = <span>{postWords(session.currentPost)}</span>;
  if (session.posts.length < 2) return <div className="scope">{scope}</div>;
  return (
    <Menu
      className="scope-menu"
      summaryClass="scope"
      summary={
        <>
          {scope}
          <span className="row-flex xs">
            换岗位
            <Icon name="down" small />
          </span>
        </>
      }
    >
      {session.posts.map(post => (
        <button
          type="button"
          key={post.id}
          className={post.id === session.currentPost.id ? 'on' : undefined}
          aria-pressed={post.id === session.currentPost.id}
          onClick={() => {
            change.mutate(
              { body: { postId: post.id } },
              { onSuccess: next => void navigate(HOMES[ROLE_PORTALS[next.currentPost.role]]) },
            );
          }}
        >
          {postWords(post)}，{post.title || ROLE_LABELS[post.role]}
        </button>
      ))}
      {change.error && <Note tone="err">{change.error.message}</Note>}
    </Menu>
  );
}

function AccountMenu({ session }: { session: Session }) {
  const leave = useWrite(logout);
  return (
    <Menu
      place="up"
      summaryClass="who"
      summary={
        <>
          <span>{session.name}</span>
          <span className="mute">{ownTitle(session.currentPost)}</span>
        </>
      }
    >
      <Link to="/desk/devices">登录的设备</Link>
      <Link to="/desk/password">改密码</Link>
      <button type="button" onClick={() => leave.mutate({}, { onSuccess: () => window.location.assign('/login') })}>
        退出登录
      </button>
    </Menu>
  );
}

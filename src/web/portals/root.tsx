import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import {
  isRouteErrorResponse,
  Outlet,
  ScrollRestoration,
  useLocation,
  useNavigation,
  useRouteError,
} from 'react-router';
import { LoginForm, login, type Session } from '#contracts/accounts.ts';
import { call } from '../api.ts';
import { SESSION_KEY } from '../session.ts';
import { answerLogin, onSessionExpired } from '../session-gate.ts';
import { LinkButton } from '../ui/button.tsx';
import { TextInput } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { Dialog } from '../ui/overlay.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Note } from '../ui/states.tsx';

/** Opens over any page when the session has run out; what was typed stays, the waiting request goes on. */
function LoginAgain() {
  const [expired, setExpired] = useState(false);
  const client = useQueryClient();
  const session = client.getQueryData<Session | null>(SESSION_KEY);
  useEffect(() => onSessionExpired(setExpired), []);
  return (
    <Dialog title="登录已过期，请再登录一次" open={expired} close={() => answerLogin(false)}>
      <div className="stack">
        <p className="soft">页面上已填的内容都还在，登录后接着办。</p>
        <Form
          initial={{ login: session?.login ?? '', password: '' }}
          checks={LoginForm}
          label="登录，接着办"
          look="ok"
          submit={(values: LoginForm) => call(login, { body: values })}
          done={() => {
            answerLogin(true);
            void client.invalidateQueries();
          }}
        >
          <TextInput name="login" label="账号" autoComplete="username" />
          <TextInput name="password" label="密码" type="password" autoComplete="current-password" />
        </Form>
      </div>
    </Dialog>
  );
}

/** Marks the document with the address whose page stands there: for whoever waits for a page from outside. */
function useArrivalMark(): void {
  const { pathname, search } = useLocation();
  useEffect(() => {
    document.documentElement.dataset.at = pathname + search;
  }, [pathname, search]);
}

const LATE_MS = 300;

/** Says that the page asked for is on its way, where its code is late. */
function OnItsWay() {
  const { state } = useNavigation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (state === 'idle') return setLate(false);
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <p className={late ? 'on-its-way' : 'visually-hidden'} role="status">
      {late ? '正在打开…' : ''}
    </p>
  );
}

export function Root() {
  useArrivalMark();
  return (
    <>
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <OnItsWay />
      <Outlet />
      <LoginAgain />
      <ScrollRestoration getKey={location => location.pathname + location.search} />
    </>
  );
}

export function NotFoundPage() {
  return (
    <main id="main" className="lone stack">
      <PageHeader title="没有这个页面" />
      <p className="soft">地址可能写错了，或这张单已换了编号。请从列表里重新打开，或用找人、找单再找一次。</p>
      <p className="row-flex">
        <LinkButton to="/desk">回到今天要办的</LinkButton>
        <LinkButton to="/">回到公众首页</LinkButton>
      </p>
    </main>
  );
}

/** A page's code failed, a new version was published while this one was open, or there is no network. */
export function BrokenPart() {
  const error = useRouteError();
  const [offline] = useState(!navigator.onLine);
  useEffect(() => {
    if (!offline) return;
    const again = () => window.location.reload();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [offline]);
  console.error(error);
  const acts = (
    <button type="button" className="btn ok sm" onClick={() => window.location.reload()}>
      重新打开
    </button>
  );
  return (
    <div className="stack">
      <PageHeader title="这个页面没有打开" />
      {offline ? (
        <Note tone="err" title="现在没有连上网">
          连上以后会自己打开。没提交的表格有草稿。急事请打市民热线12345或电话告诉本单位。
        </Note>
      ) : (
        <Note tone="err" title="页面程序没有取全，或出了错" acts={acts}>
          没提交的表格有草稿，重新打开后会放回来。仍不行请打市民热线12345或告诉本单位管理员。
        </Note>
      )}
    </div>
  );
}

/** The same where no frame stands round the page. */
export function BrokenPage() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return (
    <main id="main" className="lone">
      <BrokenPart />
    </main>
  );
}

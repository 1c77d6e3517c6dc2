import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isRouteErrorResponse, Outlet, ScrollRestoration, useLocation, useRouteError } from 'react-router';
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

export function Root() {
  useArrivalMark();
  return (
    <>
      <a className="skip-link" href="#main">
        跳到正文
      </a>
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

/** A page's code failed, or a new version was published while this one was open. */
export function BrokenPage() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  console.error(error);
  return (
    <main id="main" className="lone stack">
      <PageHeader title="这个页面没有打开" />
      <Note
        tone="err"
        title="页面程序没有取全，或出了错"
        acts={
          <button type="button" className="btn ok sm" onClick={() => window.location.reload()}>
            重新打开
          </button>
        }
      >
        没提交的表格有草稿，重新打开后会放回来。仍不行请打市民热线12345或告诉本单位管理员。
      </Note>
    </main>
  );
}

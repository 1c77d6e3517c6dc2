import { useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { type DemoLogin, LoginForm, login, type Session } from '#contracts/accounts.ts';
import { ROLE_LABELS, ROLE_PORTALS } from '#contracts/roles.ts';
import { useWrite } from '../../api.ts';
import { navOf } from '../../paths.ts';
import { SESSION_KEY, useSessionQuery, useSite } from '../../session.ts';
import { Tick } from '../../ui/choices.tsx';
import { TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Icon, Mark } from '../../ui/icon.tsx';
import { DemoMark } from '../../ui/marks.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { HOMES } from '../homes.ts';
import './public.css';

/** Only a path of this site may be returned to. */
const safeNext = (next: string | null): string | null => (next && /^\/(?!\/)/.test(next) ? next : null);

export default function LoginPage() {
  const site = useSite();
  const session = useSessionQuery();
  const [params] = useSearchParams();
  const next = safeNext(params.get('next'));
  if (session.data) return <Navigate to={next ?? HOMES[ROLE_PORTALS[session.data.currentPost.role]]} replace />;
  return (
    <div className="login">
      <main id="main">
        <Link className="brand" to="/">
          <Mark />
          颐年
        </Link>
        <LoginBox next={next} demoLogins={site.data?.demoLogins ?? []} />
        <p className="sm mute">登录、查看个人信息和每次办理都会留下记录。</p>
      </main>
      <Aside />
    </div>
  );
}

function LoginBox({ next, demoLogins }: { next: string | null; demoLogins: readonly DemoLogin[] }) {
  const enter = useWrite(login);
  const pressed = useWrite(login);
  const client = useQueryClient();
  const navigate = useNavigate();
  const arrive = (session: Session) => {
    client.setQueryData(SESSION_KEY, session);
    void navigate(next ?? HOMES[ROLE_PORTALS[session.currentPost.role]], { replace: true });
  };
  return (
    <div className="login-box">
      <h1>登录颐年</h1>
      <p className="lead">市、区、街道、社区、养老机构、服务商，老人和家属，共用一个入口，登录后按岗位显示要办的事。</p>
      <Form
        initial={{ login: '', password: '', remember: false }}
        checks={LoginForm}
        label="登录"
        wide
        large
        submit={(values: LoginForm) => enter.mutateAsync({ body: values }).then(arrive)}
      >
        <TextInput name="login" label="账号" autoComplete="username" />
        <TextInput name="password" label="密码" type="password" autoComplete="current-password" />
        <Tick name="remember" label="这是我的办公电脑，7天内不用再登录" />
      </Form>
      {demoLogins.length > 0 && (
        <section className="demo-logins">
          <h2>
            演示账号，点一下就进 <DemoMark />
          </h2>
          <ul>
            {demoLogins.map(one => (
              <li key={one.login}>
                <button
                  type="button"
                  onClick={() =>
                    pressed.mutate({ body: { login: one.login, password: one.password } }, { onSuccess: arrive })
                  }
                >
                  <b>{one.name}</b>
                  <span>{one.title || ROLE_LABELS[one.role]}</span>
                </button>
              </li>
            ))}
          </ul>
          {pressed.error && <ErrorState error={pressed.error} />}
        </section>
      )}
    </div>
  );
}

function Aside() {
  const doors = navOf('public', null).slice(0, 4);
  return (
    <aside aria-label="不用登录也能办的事">
      <div className="quote">
        <p>
          老吾老，
          <br />
          以及人之老。
        </p>
        <cite>《孟子·梁惠王上》</cite>
      </div>
      <div className="free">
        <h2>不用登录也能办</h2>
        <ul>
          {doors.map(screen => (
            <li key={screen.path}>
              <Link to={screen.path}>
                {screen.title}
                <Icon name="arrow" small />
              </Link>
            </li>
          ))}
        </ul>
        <p className="tel">
          <Icon name="phone" />
          市民热线<b>12345</b>
          <span>也可到街道（乡镇）便民服务窗口</span>
        </p>
      </div>
    </aside>
  );
}

import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import {
  ACCOUNT_STATE_LABELS,
  type Account,
  endPost,
  giveLink,
  givePost,
  type HeldPost,
  readAccount,
  restoreAccount,
  suspendAccount,
} from '#contracts/account-administration.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { ROLE_LABELS } from '#contracts/roles.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { DateInput, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { stateTone } from './accounts-page.tsx';
import { newToken, OneTimeLink } from './one-time-link.tsx';
import { PostFields, postBody } from './post-fields.tsx';
import { PostPermissions } from './post-permissions.tsx';
import './accounts.css';

/** One account: its posts from–to, the link for a password, 停用 and 恢复. */
export default function AccountPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readAccount, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {data => <Opened data={data} />}
    </Loaded>
  );
}

type Answer = OutputOf<typeof readAccount>;
type Link = Answer['link'];

function Opened({ data }: { data: Answer }) {
  const { account, link } = data;
  const own = useSession().accountId === account.id;
  const [giving, setGiving] = useState(false);
  const because = own ? '自己的账号由另一位管理员改' : null;
  return (
    <div className="stack">
      <PageHeader
        record
        title={account.name}
        trail={[{ title: '账号和岗位', to: '/desk/system/accounts' }]}
        facts={[
          `账号 ${account.login}`,
          <Chip key="state" tone={stateTone(account.state)}>
            {ACCOUNT_STATE_LABELS[account.state]}
          </Chip>,
        ]}
      >
        <Suspension account={account} because={because} />
      </PageHeader>
      <PasswordLink account={account} link={link} because={because} />
      <section>
        <SectionHead title="岗位">
          <TextButton onClick={() => setGiving(true)} disabled={own}>
            加一个岗位
          </TextButton>
        </SectionHead>
        <ul className="looked">
          {account.posts.map(post => (
            <PostRow key={post.id} account={account} post={post} own={own}>
              <PostPermissions data={data} post={post} own={own} />
            </PostRow>
          ))}
        </ul>
      </section>
      <Dialog title="加一个岗位" open={giving} close={() => setGiving(false)} wide>
        <GivePost id={account.id} close={() => setGiving(false)} />
      </Dialog>
    </div>
  );
}

function PasswordLink({ account, link, because }: { account: Account; link: Link; because: string | null }) {
  const write = useWrite(giveLink);
  const [token, setToken] = useState<string | null>(null);
  const give = async () => {
    const made = newToken();
    await write.mutateAsync({ params: { id: account.id }, body: { token: made } });
    setToken(made);
  };
  const first = account.state === 'no-password';
  return (
    <section>
      <SectionHead title="密码" note={link ? `${instantWords(link.madeAt)}给过链接，还没用` : undefined} />
      {token ? (
        <OneTimeLink token={token} name={account.name} />
      ) : (
        <div className="row-flex">
          <Button look={first ? 'go' : 'plain'} busy={write.isPending} because={because} onClick={() => void give()}>
            {first ? '给设密码的链接' : '给重设密码的链接'}
          </Button>
          <span className="sm soft">密码只由本人设，管理员看不到；给了新链接，旧链接就不能用了。</span>
        </div>
      )}
      {write.error && <ErrorState error={write.error} />}
    </section>
  );
}

type PostProps = { account: Account; post: HeldPost; own: boolean; children: ReactNode };

function PostRow({ account, post, own, children }: PostProps) {
  const [ending, setEnding] = useState(false);
  const today = useBusinessDate();
  const write = useWrite(endPost);
  return (
    <li>
      <b>{post.title || ROLE_LABELS[post.role]}</b>
      {!post.inForce && <Chip tone="plain">不在任</Chip>}
      <time>
        {[post.organisationName, post.areaName].filter(Boolean).join('，')}，{dateWords(post.fromOn, '0')}起
        {post.toOn && `，到${dateWords(post.toOn, '0')}`}
      </time>
      {post.inForce && !own && <TextButton onClick={() => setEnding(true)}>定到期日</TextButton>}
      {children}
      <Dialog title={`${ROLE_LABELS[post.role]}到哪天为止`} open={ending} close={() => setEnding(false)}>
        <Form
          initial={{ toOn: today }}
          checks={endPost.body}
          label="到这天为止"
          look="ok"
          submit={(body: never) => write.mutateAsync({ params: { id: account.id, postId: post.id }, body })}
          done={() => setEnding(false)}
        >
          <DateInput name="toOn" label="最后一天" hint="这一天还能办，第二天起不能" />
        </Form>
      </Dialog>
    </li>
  );
}

function GivePost({ id, close }: { id: string; close: () => void }) {
  const write = useWrite(givePost);
  const today = useBusinessDate();
  return (
    <Form
      initial={{ fromOn: today }}
      label="加岗位"
      look="ok"
      submit={(values: never) => write.mutateAsync({ params: { id }, body: postBody(values) as never })}
      done={close}
    >
      <PostFields />
    </Form>
  );
}

function Suspension({ account, because }: { account: Account; because: string | null }) {
  const [asking, setAsking] = useState(false);
  const suspend = useWrite(suspendAccount);
  const restore = useWrite(restoreAccount);
  if (account.state === 'suspended') {
    return (
      <>
        <Button busy={restore.isPending} onClick={() => restore.mutate({ params: { id: account.id }, body: {} })}>
          恢复账号
        </Button>
        {restore.error && <ErrorState error={restore.error} />}
      </>
    );
  }
  return (
    <>
      <Button because={because} onClick={() => setAsking(true)}>
        停用账号
      </Button>
      <Dialog title={`停用${account.name}的账号`} open={asking} close={() => setAsking(false)}>
        <Form
          initial={{ reason: '' }}
          checks={suspendAccount.body}
          label="停用"
          look="ok"
          submit={(body: never) => suspend.mutateAsync({ params: { id: account.id }, body })}
          done={() => setAsking(false)}
        >
          <Note tone="plain">停用后立即不能办事，记录都还在，可以恢复。</Note>
          <TextArea name="reason" label="为什么停用" rows={2} />
        </Form>
      </Dialog>
    </>
  );
}

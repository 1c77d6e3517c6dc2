import { useState } from 'react';
import { useParams } from 'react-router';
import {
  endFamilyLogin,
  type FamilyLogin,
  listFamilyLogins,
  openFamilyLogin,
  renewFamilyLink,
} from '#contracts/family-logins.ts';
import { ROLE_LABELS } from '#contracts/roles.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { TextButton } from '../../ui/button.tsx';
import { Select, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { GuardianMark } from './guardian-mark.tsx';
import { newToken, OneTimeLink } from './one-time-link.tsx';
import './accounts.css';

/** On a person's record: who logs in as the elder or as family, opened and ended by the community. */
export default function FamilyLoginsPanel() {
  const { id = '' } = useParams();
  const answer = useQueryOf(listFamilyLogins, { params: { elderId: id } });
  const [opening, setOpening] = useState(false);
  return (
    <section className="file-section">
      <SectionHead title="老人和家属的账号">
        <TextButton onClick={() => setOpening(true)}>开账号</TextButton>
      </SectionHead>
      <Loaded of={answer} rows={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="sm soft">还没有人能在网上替他办事。</p>
          ) : (
            <ul className="looked">
              {rows.map(row => (
                <LoginRow key={row.postId} elderId={id} row={row} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Dialog title="开账号" open={opening} close={() => setOpening(false)}>
        <Open elderId={id} />
      </Dialog>
    </section>
  );
}

function LoginRow({ elderId, row }: { elderId: string; row: FamilyLogin }) {
  const renew = useWrite(renewFamilyLink);
  const end = useWrite(endFamilyLogin);
  const [token, setToken] = useState<string | null>(null);
  const params = { elderId, postId: row.postId };
  const again = async () => {
    const made = newToken();
    await renew.mutateAsync({ params, body: { token: made } });
    setToken(made);
  };
  return (
    <li>
      <b>{row.name}</b> {row.role === 'elder' ? ROLE_LABELS.elder : row.title}
      <time>{row.toOn ? `到${dateWords(row.toOn, '0')}停用` : `${dateWords(row.fromOn, '0')}起`}</time>
      {!row.toOn && (
        <>
          <span className="row-flex">
            <TextButton onClick={() => void again().catch(() => undefined)}>重设密码</TextButton>
            <TextButton onClick={() => end.mutate({ params, body: {} })}>停用</TextButton>
          </span>
          {row.role === 'family' && <GuardianMark params={params} row={row} />}
        </>
      )}
      {token && <OneTimeLink token={token} name={row.name} />}
      {renew.error && <ErrorState error={renew.error} />}
      {end.error && <ErrorState error={end.error} />}
    </li>
  );
}

const WHO = [
  { value: 'family', label: '家属' },
  { value: 'elder', label: '老人本人' },
];

function Open({ elderId }: { elderId: string }) {
  const write = useWrite(openFamilyLogin);
  const [token] = useState(newToken);
  const [name, setName] = useState('');
  const submit = (values: Record<string, string>) => {
    setName(values.name ?? '');
    const title = values.role === 'elder' ? '本人' : values.title;
    return write.mutateAsync({ params: { elderId }, body: { ...values, title, token } as never });
  };
  if (write.data) {
    return write.data.linkWorks ? (
      <OneTimeLink token={token} name={name} />
    ) : (
      <Note tone="ok" title={`${name}原来就有账号`}>
        用原来的密码登录，“换岗位”里选这位老人。
      </Note>
    );
  }
  return (
    <Form initial={{ role: 'family' }} label="开账号" look="ok" submit={submit as (values: never) => Promise<unknown>}>
      <Note tone="plain">请先核对身份证件，并问过老人本人。</Note>
      <Select name="role" label="给谁开" options={WHO} />
      <TextInput name="name" label="姓名" />
      <TextInput name="title" label="与老人的关系" hint="例如 女儿；给本人开的不用填" optional />
      <TextInput name="login" label="账号" hint="登录用，可以用手机号" />
    </Form>
  );
}

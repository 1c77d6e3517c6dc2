import { useNavigate } from 'react-router';
import { openAccount } from '#contracts/account-administration.ts';
import { useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PostFields, postBody } from './post-fields.tsx';

/** Opens one account with its first post; the link for the password is given on the account's own page. */
export default function NewAccountPage() {
  const navigate = useNavigate();
  const write = useWrite(openAccount);
  const today = useBusinessDate();
  const submit = async (values: Record<string, unknown>) => {
    const made = await write.mutateAsync({ body: postBody(values) as never });
    await navigate(fill('/desk/system/accounts/:id', { id: made.id }));
  };
  return (
    <>
      <PageHeader
        title="开账号"
        trail={[{ title: '账号和岗位', to: '/desk/system/accounts' }]}
        facts={['这里不设密码：开好后给本人一个一次性链接']}
      />
      <Form
        initial={{ fromOn: today }}
        columns={2}
        label="开账号"
        submit={submit as (values: never) => Promise<unknown>}
      >
        <TextInput name="name" label="姓名" />
        <TextInput name="login" label="账号" hint="登录用，字母、数字、点、横线" />
        <PostFields />
      </Form>
    </>
  );
}

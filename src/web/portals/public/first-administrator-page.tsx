import { useNavigate, useSearchParams } from 'react-router';
import { setFirstAdministrator } from '#contracts/accounts.ts';
import { useWrite } from '../../api.ts';
import { TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Note } from '../../ui/states.tsx';
import './public.css';

/** The one-time link a production site prints at its first start leads here: the first administrator sets a password. */
export default function FirstAdministratorPage() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const write = useWrite(setFirstAdministrator);
  const token = params.get('token') ?? '';
  return (
    <div className="stack narrow">
      <PageHeader title="设置首个管理员的密码" facts={['链接只能用一次，设好后用这个密码登录']} />
      {token === '' ? (
        <Note tone="warn" title="链接不完整">
          请从启动系统时终端打印的链接打开；每次启动都会重新打印，直到用过为止。
        </Note>
      ) : (
        <Form
          initial={{ token, password: '' }}
          checks={setFirstAdministrator.body}
          label="保存密码"
          secret={['password', 'token']}
          submit={values => write.mutateAsync({ body: values })}
          done={() => void navigate('/login')}
        >
          <TextInput
            name="password"
            label="密码"
            type="password"
            autoComplete="new-password"
            hint="至少 10 位，同时有字母和数字"
          />
        </Form>
      )}
    </div>
  );
}

import { useNavigate, useSearchParams } from 'react-router';
import { claimLink } from '#contracts/account-administration.ts';
import { useWrite } from '../../api.ts';
import { TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Note } from '../../ui/states.tsx';

/** A one-time link leads here: the first administrator's, printed at the first start, or one given for an account. */
export default function SetPasswordPage() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const write = useWrite(claimLink);
  const token = params.get('token') ?? '';
  return (
    <div className="stack narrow">
      <PageHeader title="设置密码" facts={['链接只能用一次，设好后用这个密码登录']} />
      {token === '' ? (
        <Note tone="warn" title="链接不完整">
          请从给您的一次性链接打开；没有链接，请向本单位管理员或社区要一个。首个系统管理员的链接印在启动系统的终端里。
        </Note>
      ) : (
        <Form
          initial={{ token, password: '' }}
          checks={claimLink.body}
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

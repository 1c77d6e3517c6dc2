import { useState } from 'react';
import { changePassword, PasswordForm } from '#contracts/accounts.ts';
import { useWrite } from '../../api.ts';
import { TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Note } from '../../ui/states.tsx';

export default function PasswordPage() {
  const change = useWrite(changePassword);
  const [done, setDone] = useState(false);
  return (
    <div className="stack">
      <PageHeader title="改密码" facts={['改好后，其他设备上的登录都会退出']} />
      {done ? (
        <Note tone="ok" title="密码已改">
          下次登录请用新密码。
        </Note>
      ) : (
        <Form
          initial={{ current: '', next: '' }}
          checks={PasswordForm}
          label="改密码"
          submit={(values: PasswordForm) => change.mutateAsync({ body: values })}
          done={() => setDone(true)}
        >
          <TextInput name="current" label="现在的密码" type="password" autoComplete="current-password" />
          <TextInput
            name="next"
            label="新密码"
            type="password"
            autoComplete="new-password"
            hint="至少10位，要有字母和数字，不能和账号、旧密码相同"
          />
        </Form>
      )}
    </div>
  );
}

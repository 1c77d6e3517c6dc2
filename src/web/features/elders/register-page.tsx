import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { registerElder } from '#contracts/elders/register.ts';
import { useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useSession } from '../../session.ts';
import { Tick } from '../../ui/choices.tsx';
import { TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import type { FormValues } from '../../ui/form-state.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { AreaPicker } from './area-picker.tsx';
import { DuplicatePanel } from './duplicate-panel.tsx';
import {
  AddressFields,
  disabilitiesOf,
  HealthFields,
  LivingFields,
  listOf,
  Part,
  ServiceFields,
} from './person-fields.tsx';
import { placeName } from './place-name.ts';
import './elders.css';

const INITIAL = {
  economicClass: 'none',
  wishForVisits: true,
  serviceMode: 'home',
  diseases: [],
  notDuplicateOf: [],
};
/** Never kept in a draft: a shared office computer must not remember them. */
const SECRET = ['identityNumber', 'phone', 'door', 'note', 'contacts', 'notDuplicateOf'];

const bodyOf = (values: FormValues) => ({
  ...values,
  maritalStatus: values.maritalStatus || null,
  hukouAreaCode: values.hukouAreaCode || null,
  disabilities: disabilitiesOf(values.disabilities),
  contacts: listOf(values.contacts, 'name').map(contact => ({ ...contact, isEmergency: contact.isEmergency === true })),
});

/** The contract's own checks on the form's values, before anything is sent. */
const CHECKS = { safeParse: (values: unknown) => registerElder.body.safeParse(bodyOf(values as FormValues)) };

export default function RegisterPage() {
  const { currentPost } = useSession();
  const navigate = useNavigate();
  const write = useWrite(registerElder);
  const made = useRef('');
  return (
    <>
      <PageHeader
        title="登记老人"
        trail={[{ title: '找人', to: '/desk/elders' }]}
        facts={[placeName(currentPost.areaName), '先填身份，查过没有重复再往下填']}
      />
      <Form
        initial={{ ...INITIAL, areaCode: '' }}
        checks={CHECKS as never}
        draft="elders.register"
        secret={SECRET}
        label="登记"
        submit={async (values: FormValues) => {
          const { elderId } = await write.mutateAsync({ body: bodyOf(values) as never });
          made.current = elderId;
        }}
        done={() => void navigate(fill('/desk/elders/:id', { id: made.current }))}
      >
        <div className="register">
          <Part title="身份">
            <TextInput name="name" label="姓名" autoComplete="off" />
            <TextInput name="identityNumber" label="身份证号" hint="18 位；性别和出生日期由号码得出，号码加密保存" />
            <TextInput name="phone" label="手机号" optional inputMode="tel" hint="老人自己用的；没有就在下面填联系人" />
          </Part>
          <aside aria-label="查重">
            <DuplicatePanel />
          </aside>
          <Part title="住在哪里">
            <AreaPicker name="areaCode" />
            <AddressFields />
          </Part>
          <Part title="居住和家庭">
            <LivingFields />
          </Part>
          <Part title="身体">
            <HealthFields />
          </Part>
          <Part title="联系人">
            <ContactFields index={0} />
            <ContactFields index={1} />
          </Part>
          <Part title="服务">
            <ServiceFields />
          </Part>
        </div>
      </Form>
    </>
  );
}

function ContactFields({ index }: { index: number }) {
  const at = `contacts.${index}`;
  const which = index === 0 ? '第一联系人' : '第二联系人';
  return (
    <>
      <div className="form-pair">
        <TextInput name={`${at}.name`} label={`${which}姓名`} optional />
        <TextInput name={`${at}.relation`} label={`${which}是老人的什么人`} optional placeholder="如 女儿、邻居" />
      </div>
      <div className="form-pair">
        <TextInput name={`${at}.phone`} label={`${which}电话`} optional inputMode="tel" />
        <Tick name={`${at}.isEmergency`} label={`${which}作紧急联系人`} />
      </div>
    </>
  );
}

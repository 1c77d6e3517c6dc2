import { useState } from 'react';
import { addContact, type Contact, changeContact, type ElderRecord, removeContact } from '#contracts/elders/record.ts';
import { useWrite } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Tick } from '../../ui/choices.tsx';
import { TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import type { FormValues } from '../../ui/form-state.ts';
import { Facts } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { ErrorState } from '../../ui/states.tsx';

export function Contacts({ record, allowed }: { record: ElderRecord; allowed: boolean }) {
  const [open, setOpen] = useState<'add' | Contact | null>(null);
  const { elderId } = record.elder;
  return (
    <section className="file-section">
      <SectionHead title="联系人">
        {allowed && (
          <button type="button" className="link sm" onClick={() => setOpen('add')}>
            添加
          </button>
        )}
      </SectionHead>
      {record.contacts.length === 0 && <p className="sm mute">还没有联系人，有急事时找不到家里人</p>}
      <ul className="people-list">
        {record.contacts.map(contact => (
          <li key={contact.contactId}>
            <b>{contact.name}</b>
            <em>{contact.phoneMasked}</em>
            <span>
              <Facts
                items={[
                  contact.relation,
                  contact.isEmergency && '紧急联系人',
                  contact.livesTogether && '同住',
                  allowed && (
                    <button key="edit" type="button" className="link sm" onClick={() => setOpen(contact)}>
                      改{contact.name}
                    </button>
                  ),
                ]}
              />
            </span>
          </li>
        ))}
      </ul>
      <Dialog title={open === 'add' ? '添加联系人' : '改联系人'} open={open !== null} close={() => setOpen(null)}>
        {open === 'add' && <AddForm elderId={elderId} close={() => setOpen(null)} />}
        {open && open !== 'add' && <ChangeForm elderId={elderId} contact={open} close={() => setOpen(null)} />}
      </Dialog>
    </section>
  );
}

function Fields({ phoneHint }: { phoneHint?: string }) {
  return (
    <>
      <TextInput name="name" label="姓名" />
      <TextInput name="relation" label="是老人的什么人" placeholder="如 女儿、邻居" />
      <TextInput name="phone" label="电话" inputMode="tel" {...(phoneHint && { hint: phoneHint, optional: true })} />
      <Tick name="isEmergency" label="作紧急联系人" />
      <Tick name="livesTogether" label="和老人同住" />
    </>
  );
}

function AddForm({ elderId, close }: { elderId: string; close: () => void }) {
  const add = useWrite(addContact);
  return (
    <Form
      initial={{ isEmergency: false, livesTogether: false }}
      checks={addContact.body}
      label="添加"
      look="ok"
      submit={(values: FormValues) => add.mutateAsync({ params: { id: elderId }, body: values as never })}
      done={close}
    >
      <Fields />
    </Form>
  );
}

function ChangeForm({ elderId, contact, close }: { elderId: string; contact: Contact; close: () => void }) {
  const change = useWrite(changeContact);
  const remove = useWrite(removeContact);
  const params = { id: elderId, contactId: contact.contactId };
  const { name, relation, isEmergency, livesTogether } = contact;
  return (
    <Form
      initial={{ name, relation, isEmergency, livesTogether }}
      label="保存"
      look="ok"
      submit={({ phone, ...values }: FormValues) =>
        change.mutateAsync({ params, body: { ...values, ...(phone ? { phone: String(phone) } : {}) } })
      }
      done={close}
      acts={
        <Button busy={remove.isPending} onClick={() => remove.mutate({ params }, { onSuccess: close })}>
          去掉这位联系人
        </Button>
      }
    >
      <Fields phoneHint={`现在是 ${contact.phoneMasked}，不改就空着`} />
      {remove.error && <ErrorState error={remove.error} />}
    </Form>
  );
}

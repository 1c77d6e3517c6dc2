import { useState } from 'react';
import { useParams } from 'react-router';
import { listDoctors, readElderDoctor, signDoctor } from '#contracts/doctors.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useDiedOn } from '../../died-on.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Timeline } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { contactWords } from './doctor-words.ts';

const FEW = 3;

/** On a person's record: who the family doctor is, the last advice, and signing for the elder. */
export default function ElderDoctorPanel() {
  const { id = '' } = useParams();
  const today = useBusinessDate();
  const answer = useQueryOf(readElderDoctor, { params: { elderId: id } });
  const role = useRole();
  const maySign = useDiedOn(id) === null && ['community', 'street'].includes(role);
  const [signing, setSigning] = useState(false);
  return (
    <section>
      <SectionHead title="家庭医生" />
      <Loaded of={answer} rows={2}>
        {({ contract, contacts }) => (
          <>
            <p className="sm">
              {contract
                ? `${contract.doctorName}，${contract.organisationName ?? ''}，${dateWords(contract.signedOn, today)}签约`
                : '还没有签约家庭医生。'}
            </p>
            <Timeline
              items={contacts.slice(0, FEW).map(contact => ({
                key: contact.id,
                at: instantWords(contact.at, today),
                text: [contactWords(contact), contact.advice && `建议：${contact.advice}`].filter(Boolean).join('。'),
                kind: 'done',
              }))}
            />
            {contract?.nextContactOn && <p className="sm">下次随访{dateWords(contract.nextContactOn, today)}</p>}
            {contacts[0]?.withheld && <p className="sm soft">看到的、建议和量的数：{contacts[0].withheld}</p>}
            {maySign && (
              <Button size="sm" onClick={() => setSigning(true)}>
                {contract ? '改签家庭医生' : '代签家庭医生'}
              </Button>
            )}
          </>
        )}
      </Loaded>
      <Dialog title="代老人签约家庭医生" open={signing} close={() => setSigning(false)}>
        {signing && <SignForm elderId={id} done={() => setSigning(false)} />}
      </Dialog>
    </section>
  );
}

function SignForm({ elderId, done }: { elderId: string; done: () => void }) {
  const params = { elderId };
  const doctors = useQueryOf(listDoctors, { params });
  const write = useWrite(signDoctor);
  return (
    <Loaded of={doctors} rows={2}>
      {({ rows }) => (
        <Form
          initial={{}}
          checks={signDoctor.body}
          label="签约"
          look="ok"
          submit={(body: never) => write.mutateAsync({ params, body })}
          done={done}
        >
          <Select
            name="doctorId"
            label="家庭医生"
            options={rows.map(one => ({
              value: one.accountId,
              label: [one.name, one.organisation].filter(Boolean).join('，'),
            }))}
            hint={rows.length === 0 ? '本街道还没有登记家庭医生' : '医生只看到跟自己签约的老年人'}
          />
        </Form>
      )}
    </Loaded>
  );
}

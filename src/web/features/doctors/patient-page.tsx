import { useParams } from 'react-router';
import {
  CONTACT_ABOUT,
  CONTACT_ABOUT_LABELS,
  CONTACT_WAY_LABELS,
  CONTACT_WAYS,
  type DoctorContact,
  type DoctorContract,
  readElderDoctor,
  recordDoctorContact,
} from '#contracts/doctors.ts';
import { ABILITY_LABELS } from '#contracts/elders.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { RadioGroup } from '../../ui/choices.tsx';
import { DateInput, NumberInput, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { DueChip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Timeline } from '../../ui/record-parts.tsx';
import { EmptyState, Loaded, Note } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { contactDue, contactWords, patientWords } from './doctor-words.ts';
import './doctors.css';

/** One person who signed with this doctor: why now, the form, every contact before. */
export default function PatientPage() {
  const { elderId = '' } = useParams();
  const answer = useQueryOf(readElderDoctor, { params: { elderId } });
  return (
    <Loaded of={answer} rows={6} whole>
      {({ contract, contacts }) =>
        contract ? (
          <Patient contract={contract} contacts={contacts} />
        ) : (
          <>
            <PageHeader title="一位签约的老年人" trail={[{ title: '签约的老年人', to: '/desk/patients' }]} />
            <EmptyState icon="person" title="这位老年人没有跟您签约">
              请向社区核实签的是哪一位医生。
            </EmptyState>
          </>
        )
      }
    </Loaded>
  );
}

function Patient({ contract, contacts }: { contract: DoctorContract; contacts: readonly DoctorContact[] }) {
  const today = useBusinessDate();
  const due = contactDue(contract, today);
  return (
    <>
      <PageHeader
        record
        title={patientWords(contract)}
        trail={[{ title: '签约的老年人', to: '/desk/patients' }]}
        facts={[
          contract.areaName,
          contract.living,
          contract.abilityLevel === null ? null : ABILITY_LABELS[contract.abilityLevel],
          contract.bed && `家庭养老床位${contract.bed}`,
          due && <DueChip key="due" due={due} />,
        ]}
      />
      <div className="patient-page">
        <section>
          {contract.withheld && <Note title="能力等级和床位没有显示">{contract.withheld}</Note>}
          {contract.because && <Note tone="warn" title={contract.because} />}
          <SectionHead title="记一次随访" />
          <ContactForm contract={contract} />
        </section>
        <aside>
          <SectionHead title="签约" />
          <FactList
            items={[
              ['住址', contract.place],
              ['签约', dateWords(contract.signedOn, today)],
              ['上次', contract.lastContactOn ? dateWords(contract.lastContactOn, today) : '还没有随访过'],
            ]}
          />
          <SectionHead title="随访记录" note={`${contacts.length}次`} />
          <Timeline
            items={contacts.map(contact => ({
              key: contact.id,
              at: instantWords(contact.at, today),
              text: (
                <>
                  {contactWords(contact)}
                  <span className="row-note">建议：{contact.advice}</span>
                </>
              ),
              kind: 'done',
            }))}
          />
        </aside>
      </div>
    </>
  );
}

function ContactForm({ contract }: { contract: DoctorContract }) {
  const write = useWrite(recordDoctorContact);
  const today = useBusinessDate();
  const start = {
    elderId: contract.elderId,
    way: 'home',
    about: contract.because?.includes('告警') ? 'after-alarm' : 'routine',
    measurements: {},
  };
  return (
    <>
      {write.data && (
        <Note tone="ok" title="已记下">
          下次随访{dateWords(write.data.contact.nextContactOn, today)}；老人、家属和社区看得到您的建议。
        </Note>
      )}
      <Form
        initial={start}
        checks={recordDoctorContact.body}
        draft={`doctors.${contract.elderId}`}
        label="记下这次随访"
        submit={(body: never) => write.mutateAsync({ body })}
      >
        <RadioGroup
          name="about"
          label="为什么随访"
          options={CONTACT_ABOUT.map(value => ({ value, label: CONTACT_ABOUT_LABELS[value] }))}
        />
        <RadioGroup
          name="way"
          label="怎么随访"
          options={CONTACT_WAYS.map(value => ({ value, label: CONTACT_WAY_LABELS[value] }))}
        />
        <NumberInput name="measurements.systolic" label="收缩压（高压）" unit="mmHg" optional />
        <NumberInput name="measurements.diastolic" label="舒张压（低压）" unit="mmHg" optional />
        <NumberInput name="measurements.pulse" label="脉搏" unit="次/分" optional />
        <TextArea name="findings" label="看到的情况" rows={3} />
        <TextArea
          name="advice"
          label="建议"
          rows={3}
          hint="老人和家属看得到；有医疗数据权限的工作人员要老人同意才看得到"
        />
        <DateInput name="nextContactOn" label="下次随访" optional hint="不填就按定期随访的间隔排（设计默认）" />
      </Form>
    </>
  );
}

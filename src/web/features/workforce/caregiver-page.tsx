import { useParams } from 'react-router';
import type { z } from 'zod';
import {
  CAREGIVER_STATUS_LABELS,
  type CaregiverAction,
  CERTIFICATE_STATE_LABELS,
  getCaregiver,
  stepCaregiver,
} from '#contracts/workforce.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Slot } from '../../slot.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Table, Timeline } from '../../ui/record-parts.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { levelWords, statusTone } from './words.ts';

const CERTIFICATE_COLUMNS = [
  { key: 'kind', title: '证书' },
  { key: 'level', title: '等级' },
  { key: 'issued', title: '发证' },
  { key: 'expires', title: '到期' },
  { key: 'state', title: '状态' },
];

/** One caregiver: may she be sent, her certificates, and what was decided about her. */
export default function CaregiverPage() {
  const { id = '' } = useParams();
  const today = useBusinessDate();
  const answer = useQueryOf(getCaregiver, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {({ caregiver, certificates, notDispatchable, actions, steps }) => (
        <div className="stack">
          <PageHeader
            record
            title={caregiver.name}
            trail={[{ title: '护理员', to: '/desk/caregivers' }]}
            facts={[
              caregiver.sex,
              caregiver.providerName,
              levelWords(caregiver.level),
              <Chip key="status" tone={statusTone(caregiver.status)}>
                {CAREGIVER_STATUS_LABELS[caregiver.status]}
              </Chip>,
            ]}
          />
          {notDispatchable && <Note tone="warn" title={`现在不能派单：${notDispatchable}`} />}
          <FactList
            items={[
              ['实名核验', caregiver.verifiedOn && dateWords(caregiver.verifiedOn, today)],
              ['列入负面清单', caregiver.negativeSince && dateWords(caregiver.negativeSince, today)],
              ['到岗', dateWords(caregiver.startedOn, today)],
              ['一天最多', `${caregiver.ordersPerDay}单`],
            ]}
          />
          <section>
            <SectionHead title={`证书${certificates.length}本`} note="过期的证书派不了要求它的项目" />
            <Table caption="证书" columns={CERTIFICATE_COLUMNS}>
              {certificates.map(certificate => (
                <tr key={certificate.id}>
                  <td>{certificate.kind}</td>
                  <td>{certificate.level}</td>
                  <td>{dateWords(certificate.issuedOn, today)}</td>
                  <td>{certificate.expiresOn ? dateWords(certificate.expiresOn, today) : '长期'}</td>
                  <td>{CERTIFICATE_STATE_LABELS[certificate.state]}</td>
                </tr>
              ))}
            </Table>
          </section>
          <Manage id={id} actions={actions.filter(action => action.allowed)} />
          <Slot name="desk.organisation.main" />
          {steps.length > 0 && (
            <section>
              <SectionHead title="经过" />
              <Timeline
                items={steps.map(step => ({
                  key: step.at,
                  at: `${instantWords(step.at, today)}，${step.actor}`,
                  text: `${step.label}${step.note ? `：${step.note}` : ''}`,
                }))}
              />
            </section>
          )}
        </div>
      )}
    </Loaded>
  );
}

type Step = { action: z.infer<typeof CaregiverAction>; reason: string };

function Manage({ id, actions }: { id: string; actions: readonly { action: string; label: string }[] }) {
  const write = useWrite(stepCaregiver);
  if (actions.length === 0) return null;
  return (
    <section>
      <SectionHead title="管理" note="每一步都记下谁、何时、为什么" />
      <Form
        key={actions.map(action => action.action).join()}
        initial={{ action: '', reason: '' }}
        label="办理"
        submit={(body: Step) => write.mutateAsync({ params: { id }, body })}
      >
        <RadioGroup
          name="action"
          label="办什么"
          options={actions.map(action => ({ value: action.action, label: action.label }))}
        />
        <TextArea name="reason" label="理由" rows={2} />
      </Form>
    </section>
  );
}

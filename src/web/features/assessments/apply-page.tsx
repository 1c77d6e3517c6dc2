import { useNavigate, useSearchParams } from 'react-router';
import { ASSESSMENT_REASONS, type AssessmentReason, type VisitContact } from '#contracts/assessments/assessment.ts';
import { applyForAssessment } from '#contracts/assessments/endpoints.ts';
import { explainBenefits } from '#contracts/benefits/endpoints.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Select, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';

const REASONS = ASSESSMENT_REASONS.filter(reason => !reason.includes('复评')).map(value => ({ value, label: value }));

/** Applies for one elder, named by `?elderId=`; without it the way leads through 找人. */
export default function ApplyPage() {
  const [params] = useSearchParams();
  const elderId = params.get('elderId');
  return (
    <>
      <PageHeader title="申请能力评估" trail={[{ title: '能力评估', to: '/desk/assessments' }]} />
      {elderId ? (
        <ApplyForm elderId={elderId} />
      ) : (
        <EmptyState
          icon="person"
          title="先找到这位老人"
          acts={
            <LinkButton look="go" to="/desk/elders">
              去找人
            </LinkButton>
          }
        >
          打开老人的档案，在“能力评估”一栏点“申请评估”。
        </EmptyState>
      )}
    </>
  );
}

function ApplyForm({ elderId }: { elderId: string }) {
  const navigate = useNavigate();
  const write = useWrite(applyForAssessment);
  const person = useQueryOf(explainBenefits, { params: { elderId } });
  const submit = async (values: { reason: AssessmentReason; note?: string; contact?: Partial<VisitContact> }) => {
    const { reason, note, contact = {} } = values;
    const { name = '', phone = '', door = '' } = contact;
    const given = name || phone || door;
    const body = { elderId, reason, ...(note && { note }), ...(given && { contact: { name, phone, door } }) };
    const made = await write.mutateAsync({ body });
    void navigate(fill('/desk/assessments/:id', { id: made.id }));
  };
  return (
    <Loaded whole of={person}>
      {({ elderName, areaName, bornOn }) => (
        <>
          <p className="soft">
            给{elderName}（{bornOn.slice(0, 4)}年生，{areaName}）申请。提交后街道应在5个工作日内派两名评估员。
          </p>
          <Form
            initial={{ reason: '首次评估' }}
            draft={`assessments.apply.${elderId}`}
            secret={['contact']}
            label="提交申请"
            columns={2}
            submit={submit}
          >
            <Select name="reason" label="评估原因" options={REASONS} />
            <TextInput name="contact.name" label="上门联系人" optional hint="都不填，就用档案里的门牌和电话" />
            <TextInput name="contact.phone" label="联系电话" optional inputMode="tel" />
            <TextInput name="contact.door" label="门牌" optional hint="只给派去的评估员看，公布结果后收回" />
            <TextArea name="note" label="情况说明" hint="即时评估要写明身体发生了什么变化" optional full />
          </Form>
        </>
      )}
    </Loaded>
  );
}

import { useNavigate, useSearchParams } from 'react-router';
import { RECOGNISED_REGIONS, REGION_NAMES } from '#contracts/assessments/assessment.ts';
import { recogniseResult } from '#contracts/assessments/quality.ts';
import { ABILITY_LEVEL_LABELS, ABILITY_LEVELS } from '#contracts/assessments/scales.ts';
import { explainBenefits } from '#contracts/benefits/endpoints.ts';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { LinkButton } from '../../ui/button.tsx';
import { DateInput, NumberInput, Select, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';

/** Takes over another region's result for one elder, named by `?elderId=`; it counts once it is published. */
export default function RecognisePage() {
  const [params] = useSearchParams();
  const elderId = params.get('elderId');
  return (
    <>
      <PageHeader
        title="登记外地评估结果"
        trail={[{ title: '能力评估', to: '/desk/assessments' }]}
        facts={['京津冀评估结果互认；其他省市由区民政局决定，要写明依据']}
      />
      {elderId ? (
        <RecogniseForm elderId={elderId} />
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
          打开老人的档案，在“能力评估”一栏点“登记外地评估结果”。
        </EmptyState>
      )}
    </>
  );
}

const REGIONS = REGION_NAMES.map(value => {
  const confidence = RECOGNISED_REGIONS[value];
  return { value, label: isSure(confidence) ? value : `${value}（${CONFIDENCE_LABELS[confidence]}）` };
});
const LEVELS = ABILITY_LEVELS.map(level => ({
  value: String(level),
  label: `${level}级，${ABILITY_LEVEL_LABELS[level]}`,
}));

function RecogniseForm({ elderId }: { elderId: string }) {
  const navigate = useNavigate();
  const write = useWrite(recogniseResult);
  const today = useBusinessDate();
  const person = useQueryOf(explainBenefits, { params: { elderId } });
  return (
    <Loaded whole of={person}>
      {({ elderName, areaName, bornOn }) => (
        <>
          <p className="soft">
            {elderName}（{bornOn.slice(0, 4)}年生，{areaName}
            ）。请对照外地的评估报告填写；公布以后才算数，有效期不超过报告上写的，也不超过本市的12个月。
          </p>
          <Form
            initial={{ elderId }}
            checks={recogniseResult.body}
            label="登记，交公布"
            columns={2}
            submit={async (values: object) => {
              const made = await write.mutateAsync({ body: values as never });
              void navigate(fill('/desk/assessments/:id', { id: made.id }));
            }}
          >
            <Select name="region" label="做评估的省市" options={REGIONS} />
            <TextInput name="organisation" label="评估机构" />
            <TextInput name="documentNo" label="报告或结论书编号" />
            <Select name="level" label="等级（GB/T 42195-2022）" options={LEVELS} />
            <NumberInput name="total" label="总分" optional unit="分" />
            <DateInput name="assessedOn" label="评估日期" max={today} />
            <DateInput name="validTo" label="报告上的有效期至" optional min={today} />
            <TextArea name="note" label="说明" hint="其他省市的，写明认定的依据" optional full />
          </Form>
        </>
      )}
    </Loaded>
  );
}

import { useParams } from 'react-router';
import { ADAPTATION_STATUS_LABELS } from '#contracts/home-adaptation-lifecycle.ts';
import { type Adaptation, readAdaptation } from '#contracts/home-adaptations.ts';
import { useQueryOf } from '../../api.ts';
import { FactList } from '../../ui/record-parts.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { AboutHome, Photos, Plan } from './adaptation-parts.tsx';
import { AssessForm } from './assess-form.tsx';
import { PlanForm } from './plan-form.tsx';
import { SideStep } from './side-step.tsx';
import { StepForm } from './step-form.tsx';

/** The assessor in the home: assess, propose, and later judge what was built. */
export default function FieldAdaptationPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readAdaptation, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {data => (
        <>
          <header className="field-head">
            <h1>
              {data.elderName} {data.elderAge}岁
            </h1>
            <p>
              {data.place}，{ADAPTATION_STATUS_LABELS[data.status]}
            </p>
          </header>
          <div className="field-pad stack">
            {data.contact && (
              <FactList
                items={[
                  ['门牌', data.contact.door],
                  ['电话', data.contact.phone],
                ]}
              />
            )}
            <Now key={data.status} data={data} />
            <Plan data={data} />
            <AboutHome data={data} />
            <Photos id={data.id} />
          </div>
        </>
      )}
    </Loaded>
  );
}

function Now({ data }: { data: Adaptation }) {
  if (data.status === 'assigned') return <AssessForm data={data} />;
  if (data.status === 'assessed') {
    const asked = data.history[0]?.action === 'change' ? data.history[0].note : null;
    return (
      <>
        {asked && <Note tone="warn" title={`家里说要改：${asked}`} />}
        <PlanForm data={data} />
      </>
    );
  }
  if (data.status === 'built')
    return (
      <>
        <StepForm large data={data} action="accept" label="验收合格" />
        <SideStep data={data} action="rework" label="验收不过，返工" />
      </>
    );
  return (
    <Note title={ADAPTATION_STATUS_LABELS[data.status]}>
      {data.nextLabel ? `下一步由别人办：${data.nextLabel}。` : '这件改造已经办完。'}
    </Note>
  );
}

import { useParams } from 'react-router';
import { ADAPTATION_STATUS_LABELS } from '#contracts/home-adaptation-lifecycle.ts';
import { readAdaptation } from '#contracts/home-adaptations.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { MyPlan, Photos } from './adaptation-parts.tsx';
import { SideStep } from './side-step.tsx';
import { StepForm } from './step-form.tsx';

/** The family's view: how far it is, what it costs whom, and the word that starts the works. */
export default function MyAdaptationPage() {
  const { id = '' } = useParams();
  const today = useBusinessDate();
  const answer = useQueryOf(readAdaptation, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {data => (
        <>
          <h1>家里的适老化改造</h1>
          <h2>现在：{ADAPTATION_STATUS_LABELS[data.status]}</h2>
          <p className="elder-note">
            {data.nextLabel && `下一步是${data.nextLabel}`}
            {data.dueOn && `，${dateWords(data.dueOn, today)}前`}
            {data.endNote}
          </p>
          <MyPlan data={data} />
          {data.status === 'planned' && (
            <>
              <StepForm large data={data} action="agree" label="同意方案，选服务商" />
              <SideStep data={data} action="change" label="方案要改" />
            </>
          )}
          <ul className="elder-list">
            {data.milestones
              .filter(point => point.on)
              .map(point => (
                <li key={point.status}>
                  <span className="tm">{point.on && dateWords(point.on, today)}</span>
                  <span>
                    <b>{point.label}</b>
                    {point.by && <p>{point.by}</p>}
                  </span>
                </li>
              ))}
          </ul>
          <Photos id={data.id} />
        </>
      )}
    </Loaded>
  );
}
